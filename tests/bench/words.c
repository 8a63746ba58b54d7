/* words.c - made-up vocabularies of four languages, and chance that can be repeated
 *
 * 20,000 words a language: the most frequent are real ones of the archival field, the others are
 * put together from syllables. They are drawn by Zipf's law (the word of rank r comes with a
 * frequency of 1/r), as words in catalogues are: that decides how long the lists of an index are.
 * Integers only, so that the same seed gives the same words everywhere.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/bench/words.h"

#include <string.h>

#define VOCABULARY 20000
#define ONE (G_GUINT64_CONSTANT (1) << 32)

/* A word with its length beside it: looking for the end of each would take a third of the time. */
typedef struct
{
  char text[31];
  guint8 length;
} Word;

struct _Words
{
  Word *words[N_LANGUAGES]; /* VOCABULARY of each, by rank */
  guint64 *sums;            /* of 1/r up to each rank, in units of 1/ONE */
};

static const char *const frequent[N_LANGUAGES] = {
  "the of and in to letters community minutes school synagogue from with account photograph "
  "correspondence council report register family mountain village Jewish by for on list deeds "
  "charity society teachers pupils burial marriage births court petition governor district rabbi "
  "library plan map building house street trade carpets gardens press newspaper poem song theatre "
  "party youth congress delegates resolution speech war soldiers refugees aid committee",
  "и в о на с из по для письма протоколы община школа синагога переписка совет отчёт список "
  "фотографии дело дела горские евреи село город губерния область округ начальник прошение "
  "раввин училище учителя ученики метрические книги рождение брак смерть суд решение земля сады "
  "ковры торговля газета статья стихи песни театр партия молодёжь съезд делегаты доклад война "
  "беженцы помощь комитет общество дом улица план карта",
  "və bir ilə üçün məktublar icma məktəb sinaqoq protokollar hesabat siyahı fotoşəkillər kənd "
  "şəhər qəza dağ yəhudiləri Qırmızı Qəsəbə Quba rayon idarə ərizə rəis müəllim şagird kitab "
  "doğum nikah ölüm məhkəmə qərar torpaq bağlar xalça ticarət qəzet məqalə şeir mahnı teatr "
  "firqə gənclər qurultay nümayəndə çıxış müharibə qaçqın yardım komitə cəmiyyət ev küçə plan "
  "xəritə ailə tarix sənəd",
  "של את על עם מן אל מכתבים קהילה בית ספר כנסת פרוטוקולים ועד דין וחשבון רשימה תצלומים כפר "
  "עיר מחוז יהודי ההר קווקז קובה רב מורים תלמידים לידות נישואין פטירות משפט החלטה אדמה גנים "
  "שטיחים מסחר עיתון מאמר שיר תיאטרון מפלגה נוער ועידה צירים נאום מלחמה פליטים עזרה אגודה "
  "בניין רחוב תכנית מפה משפחה תולדות תעודה כתובה פנקס",
};

static const char *const syllables[N_LANGUAGES] = {
  "al ber cor den el fan gar hol in ker lan mor nel or pel ques ran sel tor un ven wil yar zen "
  "ash bry cla dro ember fri glo",
  "ба бе во га гор да де до жа за зов ка ко ла ле лов ма ми на не нов по ра ре ров са ск ста та "
  "тор ха чен ша яр",
  "al ba bəy bur çay da dar dağ ək ər gül gə ğan hə xan ilk ın kə lar lər mə na nur öz qa ra rış "
  "sə şa şı tə üç ya zər",
  "אב בר גל דן הר ון זר חן טל ים כר לב מן נר סל עז פל צר קד רם שי תם יה ות נו",
};

/**
 * chance_next:
 * @self: a sequence
 *
 * Returns: the next number, any of 64 bits
 */
guint64
chance_next (Chance *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return z ^ z >> 31;
}

/**
 * chance_below:
 * @self: a sequence
 * @n: above 0
 *
 * Returns: a number from 0 to @n - 1
 */
guint
chance_below (Chance *self, guint n)
{
  return (guint) ((chance_next (self) >> 32) * n >> 32);
}

/* Words of two syllables first: frequent words are short. */
static void
make_word (Word *word, char **parts, guint n_parts, guint rank, Chance *chance)
{
  for (guint i = rank < VOCABULARY / 20 ? 2 : 3 + rank % 2; i > 0; i--)
    g_strlcat (word->text, parts[chance_below (chance, n_parts)], sizeof word->text);
}

static Word *
make_vocabulary (Language language)
{
  g_auto (GStrv) real = g_strsplit (frequent[language], " ", -1);
  g_auto (GStrv) parts = g_strsplit (syllables[language], " ", -1);
  guint n_real = g_strv_length (real);
  Word *words = g_new0 (Word, VOCABULARY);
  Chance chance = { language };

  for (guint i = 0; i < VOCABULARY; i++)
    {
      if (i < n_real)
        g_strlcpy (words[i].text, real[i], sizeof words[i].text);
      else
        make_word (&words[i], parts, g_strv_length (parts), i, &chance);
      words[i].length = (guint8) strlen (words[i].text);
    }
  return words;
}

/**
 * words_new:
 *
 * Makes the vocabularies, always the same ones.
 *
 * Returns: (transfer full): the words
 */
Words *
words_new (void)
{
  Words *self = g_new0 (Words, 1);
  guint64 sum = 0;

  for (guint i = 0; i < N_LANGUAGES; i++)
    self->words[i] = make_vocabulary ((Language) i);
  self->sums = g_new (guint64, VOCABULARY);
  for (guint i = 0; i < VOCABULARY; i++)
    self->sums[i] = sum += ONE / (i + 1);
  return self;
}

/**
 * words_free:
 * @self: (transfer full) (nullable): words
 *
 * Frees the vocabularies.
 */
void
words_free (Words *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_LANGUAGES; i++)
    g_free (self->words[i]);
  g_free (self->sums);
  g_free (self);
}

/**
 * words_rank:
 * @self: words
 * @n: how many things there are, at most the size of a vocabulary
 * @chance: where the choice comes from
 *
 * Chooses one of things of which the first is the most frequent, by Zipf's law.
 *
 * Returns: its number, below @n
 */
guint
words_rank (Words *self, guint n, Chance *chance)
{
  guint64 wanted = (chance_next (chance) >> 8) % self->sums[n - 1];
  guint low = 0;
  guint high = n - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->sums[middle] > wanted)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * words_append:
 * @self: words
 * @language: their language
 * @n: how many words
 * @chance: where the choice comes from
 * @text: where they go, with a blank between two
 *
 * Says something.
 */
void
words_append (Words *self, Language language, guint n, Chance *chance, GString *text)
{
  for (guint i = 0; i < n; i++)
    {
      const Word *word = &self->words[language][words_rank (self, VOCABULARY, chance)];

      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append_len (text, word->text, word->length);
    }
}
