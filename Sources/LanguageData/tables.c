#include "LanguageData.h"

#include <string.h>

static const unsigned char ambiguous[] = {
#embed "tables/ambiguous.tsv"
};

static const unsigned char countries[] = {
#embed "tables/countries.tsv"
};

static const unsigned char given_names[] = {
#embed "tables/given-names.tsv"
};

static const unsigned char name_variants[] = {
#embed "tables/name-variants.tsv"
};

static const unsigned char organisation_words[] = {
#embed "tables/organisation-words.tsv"
};

static const unsigned char organisations[] = {
#embed "tables/organisations.tsv"
};

static const unsigned char persons[] = {
#embed "tables/persons.tsv"
};

static const unsigned char places[] = {
#embed "tables/places.tsv"
};

static const unsigned char products[] = {
#embed "tables/products.tsv"
};

static const unsigned char titles[] = {
#embed "tables/titles.tsv"
};

static const unsigned char triggers[] = {
#embed "tables/triggers.tsv"
};

static const language_table tables[] = {
  {"ambiguous", ambiguous, sizeof ambiguous},
  {"countries", countries, sizeof countries},
  {"given-names", given_names, sizeof given_names},
  {"name-variants", name_variants, sizeof name_variants},
  {"organisation-words", organisation_words, sizeof organisation_words},
  {"organisations", organisations, sizeof organisations},
  {"persons", persons, sizeof persons},
  {"places", places, sizeof places},
  {"products", products, sizeof products},
  {"titles", titles, sizeof titles},
  {"triggers", triggers, sizeof triggers},
};

language_table language_data_table(const char *name) {
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
    if (strcmp(tables[i].name, name) == 0) return tables[i];
  return (language_table){name, NULL, 0};
}
