/* Letters that an earlier save damaged: those that people write, in the ways in which programs
 * damage them (but ù on a Mac, which is the root of pi); and none in ordinary text. */

#include "foreign/codepage.h"
#include "table/damage.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* A text that a program took for another encoding: its bytes, read as that. NULL where it has none
 * of these. */
static char *misread(const char *text, const char *from, const char *as)
{
    gsize length;
    char *bytes = g_convert(text, -1, from, "UTF-8", NULL, &length, NULL);
    char *read =
        bytes == NULL ? NULL : g_convert(bytes, (gssize)length, "UTF-8", as, NULL, NULL, NULL);

    g_free(bytes);
    return read;
}

/* Whether all of it is letters from U+00C0 to U+00FF, as in a word. */
static bool is_word(const char *text)
{
    bool word = true;

    for (; *text != '\0'; text = g_utf8_next_char(text))
        word = word && g_utf8_get_char(text) >= 0xc0 && g_utf8_get_char(text) <= 0xff;
    return word;
}

static void assert_damaged(const char *text)
{
    char *within = g_strdup_printf("een tekst v%sr, en meer", text);
    size_t n = strlen(within);

    if (damage_find(within, n) == n)
        g_test_message("not seen: U+%04X U+%04X", g_utf8_get_char(text),
                       g_utf8_get_char(g_utf8_next_char(text)));
    g_assert_cmpuint(damage_find(within, n), ==, 11);
    g_assert_cmpuint(damage_find(text, strlen(text)), ==, 0);
    g_free(within);
}

static void test_damaged(void)
{
    static const char *const letters[] = {
        "é", "ë", "ï", "ö", "ü", "è", "ê", "ç", "à", "ô", "î", "û", "â", "á", "í", "ó", "ú", "ñ",
        "ä", "ß", "É", "È", "Ö", "Ü", "Ä", "Ë", "Ç", "Ê", "’", "‘", "“", "–", "…", "€", "•"};
    static const char *const ways[] = {"WINDOWS-1252", "CP850", "MACINTOSH"};
    size_t seen = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(letters); i++) {
        for (size_t j = 0; j < G_N_ELEMENTS(ways); j++) {
            char *damaged = misread(letters[i], "UTF-8", ways[j]);

            if (damaged != NULL && !is_word(damaged)) {
                assert_damaged(damaged);
                seen++;
            }
            g_free(damaged);
        }
    }
    g_assert_cmpuint(seen, >=, 2 * G_N_ELEMENTS(letters)); /* a way that iconv lacks shows none */
    assert_damaged("\xef\xbf\xbd");
    assert_damaged("ÃƒÂ©");
    assert_damaged("ã©");
    assert_damaged("Ä±");
    assert_damaged("ÅŸ");
    assert_damaged("Å¾");
}

static const char *const ordinary[] = {
    "Eén geïnterviewde coördinator zei: ‘naïef’ en “reünie” – zo’n café…",
    "ÉÉN, CRÈME, ÀÇÊ, ÎÔÛ, ÄÖÜ",
    "Où est le château? « Ça va, garçon! » L’âge, l’été, Noël, œuvre, ½ °C, 5 €",
    "‚Ähnlich‘ sagte er, „Äpfel“ und »Übermut«, Straße, Ärger",
    "São Paulo, ação, «manhã», ÂNGELO, Ångström, Å, Ämter, ÄRA, Ô, √2, √ 9, √π, √½, ├── map",
    "İstanbul, Şahin, Ağa, Željko, Łódź, Dvořák, 😀",
};

static void test_ordinary(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ordinary); i++)
        g_assert_cmpuint(damage_find(ordinary[i], strlen(ordinary[i])), ==, strlen(ordinary[i]));
}

/* Words as DOS and old Macs wrote them, read as Windows-1252. */
static void test_codepages(void)
{
    static const struct {
        const char *word;
        bool dos;
        bool mac;
    } words[] = {
        {"idee\u00ebn", true, false},      {"ge\u00efnterviewd", true, true},
        {"co\u00f6rdinatie", true, false}, {"caf\u00e9", true, true},
        {"\u00e9\u00e9n", true, true},     {"na\u00efef", true, true},
        {"gar\u00e7on", true, false},      {"r\u00e9flexion", true, true},
        {"ge\u00ebvalueerd", true, true},  {"foto\u2019s", false, true},
        {"m\u00eame", true, false},        {"f\u00fcr", false, true},
        {"cr\u00e8me", true, false},
    };
    size_t at;

    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        char *dos = misread(words[i].word, "CP850", "WINDOWS-1252");
        char *mac = misread(words[i].word, "MACINTOSH", "WINDOWS-1252");

        g_test_message("%s %s %s", words[i].word, dos, mac);
        if (words[i].dos)
            g_assert_cmpint(codepage_find(dos, strlen(dos), &at), ==, CODEPAGE_DOS);
        if (words[i].mac)
            g_assert_cmpint(codepage_find(mac, strlen(mac), &at), ==, CODEPAGE_MAC);
        g_free(dos);
        g_free(mac);
    }
}

static void test_unix(void)
{
    char *latin = misread("une s\u0153ur \u00e0 20 \u20ac", "ISO-8859-15", "WINDOWS-1252");
    char *euro = misread("\u20ac 5", "ISO-8859-15", "WINDOWS-1252");
    size_t at;

    g_assert_cmpint(codepage_find(latin, strlen(latin), &at), ==, CODEPAGE_UNIX);
    g_assert_cmpint(codepage_find(euro, strlen(euro), &at), ==, CODEPAGE_UNIX);
    g_assert_cmpuint(at, ==, 0);
    g_free(euro);
    g_free(latin);
}

static void test_pages_ordinary(void)
{
    static const char *const more[] = {
        "foto’s en auto‘s, zo‘n, z‘n, ’s avonds, d’accord, l‘heure",
        "hij zei:„ja”. En “nee”dus, ‘goed’",
        "wacht…even, maandag–vrijdag, 5‰ of 3€, ½uur, 2½, Miloš, Žižek, Šimić, Bœuf",
        "étudiant•e•s, élu•es, ƒ 5, • punt een",
        "Ólafur, Õ, CAFÉ, \"ja”dus\"",
        "",
        "‚ja‘, zei hij; ‚nee‘",
    };
    size_t at;

    for (size_t i = 0; i < G_N_ELEMENTS(more); i++)
        g_assert_cmpint(codepage_find(more[i], strlen(more[i]), &at), ==, CODEPAGE_FINE);
    for (size_t i = 0; i < G_N_ELEMENTS(ordinary); i++)
        g_assert_cmpint(codepage_find(ordinary[i], strlen(ordinary[i]), &at), ==, CODEPAGE_FINE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/damage/damaged", test_damaged);
    g_test_add_func("/damage/ordinary", test_ordinary);
    g_test_add_func("/codepage/words", test_codepages);
    g_test_add_func("/codepage/unix", test_unix);
    g_test_add_func("/codepage/ordinary", test_pages_ordinary);
    return g_test_run();
}
