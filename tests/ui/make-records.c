/* make-records.c - a program that makes the catalogue of records of every sort, to be looked at
 *
 * Usage: make-records CATALOGUE FIXTURE
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/record-catalogue.h"

#include <stdio.h>

/**
 * main:
 * @argc: the program's name and two arguments
 * @argv: where the catalogue is made, and the file of records
 *
 * Makes the catalogue.
 *
 * Returns: 0; 2 for wrong usage
 */
int
main (int argc, char **argv)
{
  FondsCatalogue *catalogue;

  if (argc != 3)
    {
      fputs ("Usage: make-records CATALOGUE FIXTURE\n", stderr);
      return 2;
    }
  catalogue = record_catalogue_new (argv[1], argv[2]);
  fonds_catalogue_close (catalogue);
  return 0;
}
