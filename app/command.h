/* command.h - the verbs of the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

G_BEGIN_DECLS

/* Exit statuses, as the man page has them. */
typedef enum
{
  FONDS_EXIT_DONE = 0,    /* done */
  FONDS_EXIT_FAILED = 1,  /* failed, and nothing changed */
  FONDS_EXIT_USAGE = 2,   /* wrong usage */
  FONDS_EXIT_REFUSED = 3, /* done, but some rows were refused */
} FondsExit;

/**
 * FondsCommand:
 * @name: the verb
 * @arguments: (nullable): what follows it, for the usage line
 * @summary: one line, to be translated
 * @run: does it; @argv[0] is the verb
 *
 * A verb of the command line.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  FondsExit (*run) (int argc, char **argv);
} FondsCommand;

const FondsCommand *fonds_command_find (const char *name);
void fonds_command_print_all (void);

FondsExit fonds_command_new (int argc, char **argv);
FondsExit fonds_command_import (int argc, char **argv);
FondsExit fonds_command_attach (int argc, char **argv);
FondsExit fonds_command_export (int argc, char **argv);
FondsExit fonds_command_search (int argc, char **argv);
FondsExit fonds_command_show (int argc, char **argv);
FondsExit fonds_command_check (int argc, char **argv);
FondsExit fonds_command_backup (int argc, char **argv);
FondsExit fonds_command_undo (int argc, char **argv);
FondsExit fonds_command_redo (int argc, char **argv);
FondsExit fonds_command_report (int argc, char **argv);
FondsExit fonds_command_stats (int argc, char **argv);
FondsExit fonds_command_fields (int argc, char **argv);

G_END_DECLS
