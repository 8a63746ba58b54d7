/* romanise.c - one letter of another alphabet, spelled in Latin letters
 *
 * The tables are the whole of the romanisation behind search keys: a letter has one spelling, in
 * every word and in every language, so that what is typed letter by letter keeps finding. It is
 * made for finding, not for printing: no standard's romanisation is reproduced here, only the
 * letters that BGN/PCGN, the Library of Congress and common use agree on, without diacritics.
 * Invariant: spellings are lower-case ASCII of at most four letters; silent letters are "".
 * Thread: any, the tables are constant.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/romanise.h"

typedef struct
{
  gunichar letter;
  char latin[5];
} Spelling;

/* Letters of Latin alphabets that stand for a sound which English writes with two letters. */
static const Spelling LATIN_SOUNDS[] = {
  { L'ç', "ch" }, { L'č', "ch" }, { L'š', "sh" }, { L'ş', "sh" },
  { L'ș', "sh" }, { L'ț', "ts" }, { L'ž', "zh" }, { L'ƶ', "zh" },
};

/* Latin letters that Unicode does not decompose into an ASCII letter and a mark. With those of the
 * unified alphabet of 1929: ƅ stood where ı stands today, ƣ for ğ, ɵ for ö. */
static const Spelling LATIN_PLAIN[] = {
  { L'ı', "i" }, { L'ə', "e" },  { L'ɐ', "a" }, { L'ǝ', "e" },  { L'ł', "l" },  { L'ø', "o" },
  { L'đ', "d" }, { L'ħ', "h" },  { L'ⱨ', "h" }, { L'ß', "ss" }, { L'æ', "ae" }, { L'œ', "oe" },
  { L'ð', "d" }, { L'þ', "th" }, { L'ŋ', "n" }, { L'ꞑ', "n" },  { L'ƣ', "g" },  { L'ɣ', "g" },
  { L'ɵ', "o" }, { L'ƅ', "i" },  { L'ĸ', "q" }, { L'ŧ', "t" },  { L'ƶ', "z" },  { L'ƙ', "k" },
  { L'ɓ', "b" }, { L'ɗ', "d" },  { L'ʟ', "l" },
};

/* Russian by BGN/PCGN without its initial ye, pre-reform Russian, and the Cyrillic alphabets of the
 * Caucasus and Azerbaijan. The signs and the palochka are silent. х is h, as the Latin
 * kh is after the speller joined it. */
static const Spelling CYRILLIC[] = {
  { L'а', "a" },  { L'б', "b" },    { L'в', "v" }, { L'г', "g" },   { L'д', "d" },  { L'е', "e" },
  { L'ж', "zh" }, { L'з', "z" },    { L'и', "i" }, { L'й', "y" },   { L'к', "k" },  { L'л', "l" },
  { L'м', "m" },  { L'н', "n" },    { L'о', "o" }, { L'п', "p" },   { L'р', "r" },  { L'с', "s" },
  { L'т', "t" },  { L'у', "u" },    { L'ф', "f" }, { L'х', "h" },   { L'ц', "ts" }, { L'ч', "ch" },
  { L'ш', "sh" }, { L'щ', "shch" }, { L'ъ', "" },  { L'ы', "y" },   { L'ь', "" },   { L'э', "e" },
  { L'ю', "yu" }, { L'я', "ya" },   { L'ё', "e" }, { L'ђ', "dj" },  { L'ѓ', "g" },  { L'є', "ye" },
  { L'ѕ', "z" },  { L'і', "i" },    { L'ї', "i" }, { L'ј', "y" },   { L'љ', "l" },  { L'њ', "n" },
  { L'ћ', "c" },  { L'ќ', "k" },    { L'ў', "u" }, { L'џ', "dzh" }, { L'ѣ', "e" },  { L'ѫ', "u" },
  { L'ѧ', "ya" }, { L'ѳ', "f" },    { L'ѵ', "i" }, { L'ѡ', "o" },   { L'ѯ', "ks" }, { L'ѱ', "ps" },
  { L'ґ', "g" },  { L'ғ', "g" },    { L'җ', "j" }, { L'ҙ', "z" },   { L'қ', "q" },  { L'ҝ', "g" },
  { L'ҟ', "q" },  { L'ҡ', "q" },    { L'ң', "n" }, { L'ҥ', "n" },   { L'ҩ', "o" },  { L'ҫ', "s" },
  { L'ҭ', "t" },  { L'ү', "u" },    { L'ұ', "u" }, { L'ҳ', "h" },   { L'ҵ', "ts" }, { L'ҷ', "j" },
  { L'ҹ', "j" },  { L'һ', "h" },    { L'ә', "e" }, { L'ө', "o" },   { L'ӏ', "" },   { L'ӡ', "dz" },
  { L'ҽ', "ch" }, { L'ӄ', "q" },    { L'ӈ', "n" }, { L'ӌ', "j" },
};

/* Hebrew consonants, final forms as their letters. No two letters share a spelling: a reader of
 * Hebrew must not find עם when looking for אם. The Yiddish ligatures are their two letters. */
static const Spelling HEBREW[] = {
  { L'א', "a" }, { L'ב', "b" },  { L'ג', "g" },  { L'ד', "d" },  { L'ה', "h" },  { L'ו', "v" },
  { L'ז', "z" }, { L'ח', "ch" }, { L'ט', "t" },  { L'י', "y" },  { L'כ', "k" },  { L'ך', "k" },
  { L'ל', "l" }, { L'מ', "m" },  { L'ם', "m" },  { L'נ', "n" },  { L'ן', "n" },  { L'ס', "s" },
  { L'ע', "e" }, { L'פ', "p" },  { L'ף', "p" },  { L'צ', "ts" }, { L'ץ', "ts" }, { L'ק', "q" },
  { L'ר', "r" }, { L'ש', "sh" }, { L'ת', "th" }, { L'װ', "vv" }, { L'ױ', "vy" }, { L'ײ', "yy" },
};

/* The national system of 2002 without its apostrophes; ხ is h as х is. */
static const Spelling GEORGIAN[] = {
  { L'ა', "a" },  { L'ბ', "b" },  { L'გ', "g" },  { L'დ', "d" },  { L'ე', "e" },  { L'ვ', "v" },
  { L'ზ', "z" },  { L'თ', "t" },  { L'ი', "i" },  { L'კ', "k" },  { L'ლ', "l" },  { L'მ', "m" },
  { L'ნ', "n" },  { L'ო', "o" },  { L'პ', "p" },  { L'ჟ', "zh" }, { L'რ', "r" },  { L'ს', "s" },
  { L'ტ', "t" },  { L'უ', "u" },  { L'ფ', "p" },  { L'ქ', "k" },  { L'ღ', "gh" }, { L'ყ', "q" },
  { L'შ', "sh" }, { L'ჩ', "ch" }, { L'ც', "ts" }, { L'ძ', "dz" }, { L'წ', "ts" }, { L'ჭ', "ch" },
  { L'ხ', "h" },  { L'ჯ', "j" },  { L'ჰ', "h" },  { L'ჱ', "ey" }, { L'ჲ', "y" },  { L'ჳ', "w" },
  { L'ჴ', "q" },  { L'ჵ', "o" },
};

/* BGN/PCGN 1981 without apostrophes, initial ye and vo, or a doubled r; խ is h as х is. */
static const Spelling ARMENIAN[] = {
  { L'ա', "a" },  { L'բ', "b" },  { L'գ', "g" },  { L'դ', "d" },  { L'ե', "e" },  { L'զ', "z" },
  { L'է', "e" },  { L'ը', "y" },  { L'թ', "t" },  { L'ժ', "zh" }, { L'ի', "i" },  { L'լ', "l" },
  { L'խ', "h" },  { L'ծ', "ts" }, { L'կ', "k" },  { L'հ', "h" },  { L'ձ', "dz" }, { L'ղ', "gh" },
  { L'ճ', "ch" }, { L'մ', "m" },  { L'յ', "y" },  { L'ն', "n" },  { L'շ', "sh" }, { L'ո', "o" },
  { L'չ', "ch" }, { L'պ', "p" },  { L'ջ', "j" },  { L'ռ', "r" },  { L'ս', "s" },  { L'վ', "v" },
  { L'տ', "t" },  { L'ր', "r" },  { L'ց', "ts" }, { L'ւ', "v" },  { L'փ', "p" },  { L'ք', "k" },
  { L'և', "ev" }, { L'օ', "o" },  { L'ֆ', "f" },
};

/* Arabic, Persian and Azerbaijani letters, consonants by their Persian and Azerbaijani reading. */
static const Spelling ARABIC[] = {
  { L'ا', "a" },  { L'آ', "a" }, { L'أ', "a" },  { L'إ', "a" }, { L'ٱ', "a" }, { L'ب', "b" },
  { L'پ', "p" },  { L'ت', "t" }, { L'ة', "h" },  { L'ث', "s" }, { L'ج', "j" }, { L'چ', "ch" },
  { L'ح', "h" },  { L'خ', "h" }, { L'د', "d" },  { L'ذ', "z" }, { L'ر', "r" }, { L'ز', "z" },
  { L'ژ', "zh" }, { L'س', "s" }, { L'ش', "sh" }, { L'ص', "s" }, { L'ض', "z" }, { L'ط', "t" },
  { L'ظ', "z" },  { L'ع', "e" }, { L'غ', "gh" }, { L'ف', "f" }, { L'ق', "q" }, { L'ك', "k" },
  { L'ک', "k" },  { L'گ', "g" }, { L'ل', "l" },  { L'م', "m" }, { L'ن', "n" }, { L'ه', "h" },
  { L'ە', "e" },  { L'ھ', "h" }, { L'ہ', "h" },  { L'و', "v" }, { L'ؤ', "v" }, { L'ۆ', "o" },
  { L'ۇ', "u" },  { L'ي', "y" }, { L'ی', "y" },  { L'ى', "y" }, { L'ئ', "y" }, { L'ې', "e" },
  { L'ء', "" },
};

static const char *
find (const Spelling *spellings, gsize count, gunichar letter)
{
  for (gsize i = 0; i < count; i++)
    if (spellings[i].letter == letter)
      return spellings[i].latin;

  return NULL;
}

/**
 * fonds_romanise_letter:
 * @letter: a lower-case letter, composed
 *
 * Spells a letter of Cyrillic, Hebrew, Georgian, Armenian or Arabic in Latin letters, and a Latin
 * letter such as ş by its sound. Meant for building tables: it searches linearly.
 *
 * Returns: (transfer none) (nullable): at most four ASCII letters, "" for a silent letter, or %NULL
 *   if the letter is not in the tables.
 */
const char *
fonds_romanise_letter (gunichar letter)
{
  if (letter < 0x0370)
    return find (LATIN_SOUNDS, G_N_ELEMENTS (LATIN_SOUNDS), letter);
  if (letter >= 0x0400 && letter < 0x0530)
    return find (CYRILLIC, G_N_ELEMENTS (CYRILLIC), letter);
  if (letter >= 0x0530 && letter < 0x0590)
    return find (ARMENIAN, G_N_ELEMENTS (ARMENIAN), letter);
  if (letter >= 0x0590 && letter < 0x0600)
    return find (HEBREW, G_N_ELEMENTS (HEBREW), letter);
  if (letter >= 0x0600 && letter < 0x0700)
    return find (ARABIC, G_N_ELEMENTS (ARABIC), letter);
  if (letter >= 0x10d0 && letter < 0x1100)
    return find (GEORGIAN, G_N_ELEMENTS (GEORGIAN), letter);

  return NULL;
}

/**
 * fonds_romanise_plain:
 * @letter: a lower-case letter without marks
 *
 * Gives the ASCII letters that people type for a Latin letter which Unicode does not decompose
 * (ı, ə, ł, ß).
 *
 * Returns: (transfer none) (nullable): one or two ASCII letters, or %NULL.
 */
const char *
fonds_romanise_plain (gunichar letter)
{
  return find (LATIN_PLAIN, G_N_ELEMENTS (LATIN_PLAIN), letter);
}
