#ifndef LANGUAGE_MODEL_DATA_H
#define LANGUAGE_MODEL_DATA_H

#include "LanguageData.h"

/// The trained weights of the tagger and the parser.
language_table language_model(void);

#endif
