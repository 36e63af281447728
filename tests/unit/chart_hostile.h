#ifndef CHART_HOSTILE_H
#define CHART_HOSTILE_H

/* Long, and nowhere to be broken. */
static const char hostile_long[] =
    "Ik_maak_gebruik_van_de_kans_om_collega’s_te_vragen_hoe_zij_iets_aanpakken_en_dat_zonder_een_"
    "spatie_"
    "en_nog_veel_verder_dan_een_regel_op_een_bladzijde_van_een_verslag_ooit_lang_kan_zijn_en_dan_"
    "tot_200";

/* Texts that must arrive as typed (or as lettering.h says) and do nothing else. In those of
 * gnuplot's own words a row must not be lost. */
static const char *const hostile[] = {
    "`touch escaped`",
    "$(touch escaped)",
    "\"; system 'touch escaped'; \"",
    "'; system \"touch escaped\" #",
    "{/A\"><script>alert(7)</script> t}",
    "{/=99999 x} _under ^over ~{a}b @c &d",
    "\\042\\n\\\\ C:\\t",
    "]]> <![CDATA[ <!-- -->",
    "100 % %d %s %%",
    "@escaped !touch | < echo",
    "# a,b\t;c\nEOD\ne",
    "é ï ’ ← \xFF \xEF\xBF\xBE ? NaN",
    "#",
    "?",
    "NaN",
    "-",
    "שלום עולם",
    hostile_long,
};

#endif
