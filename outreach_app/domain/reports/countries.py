"""Countries by continent, for grouping rare nationalities before anything is hidden.

Source: the grouping of the United Nations Statistics Division (M49); Kosovo with Europe.
"""

OTHER = "other"
_BY_CONTINENT = {
    "africa": (
        "DZ AO BJ BW IO BF BI CM CV CF TD KM CG CD CI DJ EG GQ ER SZ ET TF GA GM GH GN GW KE LS LR LY "
        "MG MW ML MR MU YT MA MZ NA NE NG RW RE SH ST SN SC SL SO ZA SS SD TZ TG TN UG EH ZM ZW"
    ),
    "americas": (
        "AI AG AR AW BS BB BZ BM BO BQ BV BR CA KY CL CO CR CU CW DM DO EC SV FK GF GL GD GP GT GY HT "
        "HN JM MQ MX MS NI PA PY PE PR BL KN LC MF PM VC SX GS SR TT TC US UY VE VG VI"
    ),
    "asia": (
        "AF AM AZ BH BD BT BN KH CN CY GE HK IN ID IR IQ IL JP JO KZ KP KR KW KG LA LB MO MY MV MN MM "
        "NP OM PK PS PH QA SA SG LK SY TW TJ TH TL TR TM AE UZ VN YE"
    ),
    "europe": (
        "AL AD AT AX BY BE BA BG HR CZ DK EE FO FI FR DE GI GR GG HU IS IE IM IT JE XK LV LI LT LU MT "
        "MD MC ME NL MK NO PL PT RO RU SM RS SK SI ES SJ SE CH UA VA"
    ),
    "oceania": (
        "AS AU CX CC CK FJ PF GU HM KI MH FM NR NC NZ NU NF MP PW PG PN WS SB TK TO TV UM VU WF"
    ),
}
CONTINENT: dict[str, str] = {
    country: continent
    for continent, countries in _BY_CONTINENT.items()
    for country in countries.split()
}
"""The continent of each country but the United Kingdom, which has a row of its own."""
PARENTS: dict[str, str] = {
    **CONTINENT,
    **dict.fromkeys(_BY_CONTINENT, OTHER),
    "stateless": OTHER,
}
"""Into what a rare nationality is grouped: its continent, then other."""
