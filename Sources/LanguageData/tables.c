#include "LanguageData.h"

#include <string.h>

static const unsigned char countries[] = {
#embed "tables/countries.tsv"
};

static const language_table tables[] = {
  {"countries", countries, sizeof countries},
};

language_table language_data_table(const char *name) {
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
    if (strcmp(tables[i].name, name) == 0) return tables[i];
  return (language_table){name, NULL, 0};
}
