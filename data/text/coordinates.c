/* coordinates.c - coordinates in a person's words
 *
 * A body keeps "latitude,longitude" in degrees, north and east positive.
 * Thread: any. Ownership: results belong to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/text/coordinates.h"

#include <glib/gi18n-lib.h>

static const char *
read_degrees (const char *text, double most, double *degrees)
{
  char *end;

  *degrees = g_ascii_strtod (text, &end);
  return end != text && ABS (*degrees) <= most ? end : NULL;
}

/**
 * fonds_coordinates_parse:
 * @text: (nullable): "40.37,49.89"
 * @latitude: (out): in degrees, north positive
 * @longitude: (out): in degrees, east positive
 *
 * Returns: whether these are coordinates
 */
gboolean
fonds_coordinates_parse (const char *text, double *latitude, double *longitude)
{
  const char *end = text ? read_degrees (text, 90, latitude) : NULL;

  while (end && (*end == ' ' || *end == '\t'))
    end++;
  if (!end || *end != ',')
    return FALSE;
  end = read_degrees (end + 1, 180, longitude);
  while (end && g_ascii_isspace (*end))
    end++;
  return end && *end == '\0';
}

/* Whole minutes: a second would be more than most coordinates know. */
static char *
say_minutes (double degrees)
{
  int minutes = (int) (ABS (degrees) * 60 + 0.5);

  return g_strdup_printf ("%d°\u202F%02d′", minutes / 60, minutes % 60);
}

/**
 * fonds_coordinates_short:
 * @latitude: in degrees
 * @longitude: in degrees
 *
 * Returns: (transfer full): "40° 22′ N, 49° 53′ E"
 */
char *
fonds_coordinates_short (double latitude, double longitude)
{
  g_autofree char *up = say_minutes (latitude);
  g_autofree char *along = say_minutes (longitude);

  /* Translators: latitude and longitude in degrees and minutes; N, S, E and W are the directions. */
  if (latitude < 0)
    return longitude < 0 ? g_strdup_printf (_ ("%s S, %s W"), up, along)
                         : g_strdup_printf (_ ("%s S, %s E"), up, along);
  return longitude < 0 ? g_strdup_printf (_ ("%s N, %s W"), up, along)
                       : g_strdup_printf (_ ("%s N, %s E"), up, along);
}

/**
 * fonds_coordinates_spoken:
 * @latitude: in degrees
 * @longitude: in degrees
 *
 * Returns: (transfer full): for a screen reader: "40.4 degrees north, 49.9 degrees east"
 */
char *
fonds_coordinates_spoken (double latitude, double longitude)
{
  double up = ABS (latitude), along = ABS (longitude);

  if (latitude < 0)
    return longitude < 0 ? g_strdup_printf (_ ("%.1f degrees south, %.1f degrees west"), up, along)
                         : g_strdup_printf (_ ("%.1f degrees south, %.1f degrees east"), up, along);
  return longitude < 0 ? g_strdup_printf (_ ("%.1f degrees north, %.1f degrees west"), up, along)
                       : g_strdup_printf (_ ("%.1f degrees north, %.1f degrees east"), up, along);
}

/**
 * fonds_coordinates_uri:
 * @latitude: in degrees
 * @longitude: in degrees
 *
 * Returns: (transfer full): the address that a program of maps opens (RFC 5870)
 */
char *
fonds_coordinates_uri (double latitude, double longitude)
{
  char up[G_ASCII_DTOSTR_BUF_SIZE], along[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup_printf ("geo:%s,%s", g_ascii_formatd (up, sizeof up, "%.6g", latitude),
                          g_ascii_formatd (along, sizeof along, "%.6g", longitude));
}
