/** Generic top-level domains that are in wide use, and those that networks use among themselves. */
const GENERIC =
  'com net org info biz edu gov mil int name pro aero coop museum jobs mobi travel tel asia cat post xxx ' +
  'app dev page web cloud site online store shop tech xyz top club live work works world today news blog email ' +
  'link click space website host hosting press agency company solutions systems services support network center ' +
  'tokyo osaka kyoto nagoya yokohama okinawa ryukyu wiki design studio digital security academy school university ' +
  'games fun icu vip win bid loan download stream zip mov bank insurance hospital clinic doctor law lawyer energy ' +
  'local lan internal intra intranet corp home localdomain localhost example test invalid onion arpa private';

/** Countries' domains (ISO 3166-1 alpha-2, and eu, su, uk). */
const COUNTRIES =
  'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd ' +
  'cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge ' +
  'gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ' +
  'ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw ' +
  'mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb ' +
  'sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk ' +
  'us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw';

const DOMAINS: ReadonlySet<string> = new Set(`${GENERIC} ${COUNTRIES}`.split(' '));

export function isTopLevelDomain(label: string): boolean {
  return DOMAINS.has(label.toLowerCase()) || label.toLowerCase().startsWith('xn--');
}
