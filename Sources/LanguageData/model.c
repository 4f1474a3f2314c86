#include "LanguageModelData.h"

// Aligned so that the weights can be read in place.
alignas(64) static const unsigned char model[] = {
#embed "tables/language-model.bin"
};

language_table language_model(void) {
  return (language_table){"language-model", model, sizeof model};
}
