/**
 * Large cities by the JIS X 0401 code of their prefecture: seats of prefectures that have another name, and cities
 * designated by ordinance, Japanese and romanised.
 */
export const cities: Readonly<Record<string, readonly string[]>> = {
  '01': ['札幌', 'Sapporo', '函館', '旭川'],
  '03': ['盛岡', 'Morioka'],
  '04': ['仙台', 'Sendai'],
  '07': ['郡山市', 'いわき市'],
  '08': ['水戸', 'Mito', 'つくば市'],
  '09': ['宇都宮', 'Utsunomiya'],
  '10': ['前橋', 'Maebashi', '高崎市'],
  '11': ['さいたま市', 'Saitama City', '川越市'],
  '13': ['23区', '二十三区', '八王子'],
  '14': ['横浜', 'Yokohama', '川崎', 'Kawasaki', '相模原', 'Sagamihara'],
  '17': ['金沢', 'Kanazawa'],
  '19': ['甲府', 'Kofu'],
  '22': ['浜松', 'Hamamatsu'],
  '23': ['名古屋', 'Nagoya', '豊田市'],
  '24': ['津市', 'Tsu City', '四日市'],
  '25': ['大津', 'Otsu'],
  '27': ['堺市', 'Sakai'],
  '28': ['神戸', 'Kobe', '姫路'],
  '32': ['松江', 'Matsue'],
  '33': ['倉敷'],
  '37': ['高松', 'Takamatsu'],
  '38': ['松山市', 'Matsuyama'],
  '40': ['北九州', 'Kitakyushu', '博多'],
  '47': ['那覇', 'Naha'],
};

/** Other names of parts of the country, by their label. */
export const otherNames: Readonly<Record<string, readonly string[]>> = {
  近畿: ['関西', '京阪神'],
  関東: ['首都圏'],
  中部: ['東海', '北陸', '甲信越'],
  '九州・沖縄': ['南九州', '北九州地方'],
};
