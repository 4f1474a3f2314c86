#ifndef LANGUAGE_DATA_H
#define LANGUAGE_DATA_H

#include <stddef.h>

/// One table, built into the binary from the readable text in `tables/`.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} language_table;

/// The table of a name ("countries"), or one with no bytes if there is none.
language_table language_data_table(const char *name);

#endif
