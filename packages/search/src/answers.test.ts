import { describe, expect, it } from 'vitest';
import { expectedAnswers } from './answers.ts';
import { parseQuery } from './query.ts';
import { Synonyms } from './synonyms.ts';

const none = new Synonyms([]);

function tells(question: string, text: string, where: 'name' | 'text' = 'text'): boolean {
  const answers = expectedAnswers(parseQuery(question, none));
  return answers.some((answer) => answer.where === where && answer.isIn(text));
}

describe('a question', () => {
  it.each([
    ['研修はいつ開かれますか', '毎年９月に開きます。', '毎年開きます。'],
    ['会は西暦何年に設立されたか', '2014年に設立。', '設立された。'],
    ['会員は何人ですか', '会員は120人です。', '会員の人です。'],
    ['塔の高さは何メートルか', '高さは333 メートル。', '高いメートル。'],
    ['被害を受けた割合は', '4割が受けた。', '多くが受けた。'],
    ['機構の理事は誰ですか', '山田太郎氏が務める。', '理事が務める。'],
    ['なぜ使い回しは危ないのですか', '漏れると入られるため。', '漏れる。'],
    ['不正な請求を何と呼びますか', '架空請求と呼ばれる。', '架空請求の話。'],
  ])('%s is told by %s rather than by %s', (question, telling, other) => {
    expect(tells(question, telling)).toBe(true);
    expect(tells(question, other)).toBe(false);
  });

  it.each([
    'ランサムウェアとは',
    'ランサムウェアとは何ですか',
    'ランサムウェアって何',
    'ランサムウェアはどんなものですか',
  ])('%s is told by a text or a name that begins with the thing', (question) => {
    expect(tells(question, 'ランサムウェアは、データを人質にする。')).toBe(true);
    expect(tells(question, 'データを人質にするランサムウェア。')).toBe(false);
    expect(tells(question, 'ランサムウエア対策', 'name')).toBe(true);
  });

  it('for things (こと) is no definition', () => {
    expect(tells('テレワークで気をつけることは何ですか', 'テレワークでは端末を守る。')).toBe(false);
  });

  it('asks for few things, however long', () => {
    const question = `会には${'何人何社何本何台何冊何枚'.repeat(20)}ありますか`;
    expect(expectedAnswers(parseQuery(question, none)).length).toBeLessThan(10);
  });
});

describe('a search by terms', () => {
  it.each(['研修', '無料の研修', '身代金 ウイルス', '理由書'])('%s expects nothing of the kind', (query) => {
    expect(expectedAnswers(parseQuery(query, none))).toEqual([]);
  });
});
