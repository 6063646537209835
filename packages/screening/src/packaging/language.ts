/** Codes of ISO 639-2/B that differ from those of ISO 639-3; the last three are no longer given. */
const BIBLIOGRAPHIC = pairs(`
  alb sqi, arm hye, baq eus, bur mya, chi zho, cze ces, dut nld, fre fra, geo kat, ger deu, gre ell, ice isl, mac mkd,
  mao mri, may msa, per fas, rum ron, slo slk, tib bod, wel cym, mol ron, scc srp, scr hrv
`)

/** Codes of ISO 639-1 in ISO 639-3. */
const SHORT = pairs(`
  aa aar, ab abk, ae ave, af afr, ak aka, am amh, an arg, ar ara, as asm, av ava, ay aym, az aze, ba bak, be bel,
  bg bul, bi bis, bm bam, bn ben, bo bod, br bre, bs bos, ca cat, ce che, ch cha, co cos, cr cre, cs ces, cu chu,
  cv chv, cy cym, da dan, de deu, dv div, dz dzo, ee ewe, el ell, en eng, eo epo, es spa, et est, eu eus, fa fas,
  ff ful, fi fin, fj fij, fo fao, fr fra, fy fry, ga gle, gd gla, gl glg, gn grn, gu guj, gv glv, ha hau, he heb,
  hi hin, ho hmo, hr hrv, ht hat, hu hun, hy hye, hz her, ia ina, id ind, ie ile, ig ibo, ii iii, ik ipk, io ido,
  is isl, it ita, iu iku, ja jpn, jv jav, ka kat, kg kon, ki kik, kj kua, kk kaz, kl kal, km khm, kn kan, ko kor,
  kr kau, ks kas, ku kur, kv kom, kw cor, ky kir, la lat, lb ltz, lg lug, li lim, ln lin, lo lao, lt lit, lu lub,
  lv lav, mg mlg, mh mah, mi mri, mk mkd, ml mal, mn mon, mr mar, ms msa, mt mlt, my mya, na nau, nb nob, nd nde,
  ne nep, ng ndo, nl nld, nn nno, no nor, nr nbl, nv nav, ny nya, oc oci, oj oji, om orm, or ori, os oss, pa pan,
  pi pli, pl pol, ps pus, pt por, qu que, rm roh, rn run, ro ron, ru rus, rw kin, sa san, sc srd, sd snd, se sme,
  sg sag, sh hbs, si sin, sk slk, sl slv, sm smo, sn sna, so som, sq sqi, sr srp, ss ssw, st sot, su sun, sv swe,
  sw swa, ta tam, te tel, tg tgk, th tha, ti tir, tk tuk, tl tgl, tn tsn, to ton, tr tur, ts tso, tt tat, tw twi,
  ty tah, ug uig, uk ukr, ur urd, uz uzb, ve ven, vi vie, vo vol, wa wln, wo wol, xh xho, yi yid, yo yor, za zha,
  zh zho, zu zul
`)

/**
 * A language as a master writes it (`fre`, `fra`, `fr`, `fr-CA`) in ISO 639-3; `und` where it does not say. A language that is written in
 * several ways keeps the code of the whole: `zh` is Chinese, not Mandarin.
 */
export function languageOf(written: string | null): string {
  const code = (written ?? '').toLowerCase().split(/[-_]/)[0]!
  if (/^[a-z]{3}$/.test(code)) return BIBLIOGRAPHIC.get(code) ?? code
  if (!/^[a-z]{2}$/.test(code)) return 'und'
  // Codes that were given up (`iw` for Hebrew) are known to CLDR.
  return SHORT.get(code) ?? SHORT.get(Intl.getCanonicalLocales(code)[0]!) ?? 'und'
}

function pairs(text: string): Map<string, string> {
  return new Map(
    text
      .trim()
      .split(/,\s+/)
      .map((pair) => pair.split(' ') as [string, string]),
  )
}
