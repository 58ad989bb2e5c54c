/**
 * The official page of the Human Resources Development Support Subsidy (人材開発支援助成金), which employers get for
 * training; source: the Ministry of Health, Labour and Welfare. Its rates are not among the rules that are kept here.
 */
export const subsidyAddress =
  'https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/koyou_roudou/koyou/kyufukin/d01-1.html';
