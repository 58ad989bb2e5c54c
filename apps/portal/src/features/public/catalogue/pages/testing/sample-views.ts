import { telephoneHref } from '../../../../../platform/contact/contact.ts';
import type { PageContext } from '../../../../../platform/web/page-context.ts';
import type { FacetView, ResultsView } from '../../../../../ui/collections/views.ts';
import type {
  AxisLink,
  FinderView,
  HelpView,
  HomeView,
  NoticeView,
  OpenDataView,
  RecordView,
  SituationView,
  SpecialFeatureBandView,
} from '../../views.ts';
import {
  initiatives,
  type SampleInitiative,
  SampleWording,
  type Typeset,
  vocabulary,
} from './sample-content.ts';

const axes = ['purpose', 'age', 'affiliation'] as const;
const fieldOf = {
  purpose: 'purposes',
  age: 'ages',
  affiliation: 'affiliations',
  category: 'category',
  region: 'regions',
  cost: 'cost',
  format: 'format',
} as const satisfies Record<string, keyof SampleInitiative>;

export type SampleFacet = keyof typeof fieldOf;

/** Views of every page over the real content, as the catalogue's services would give them. */
export class SampleViews {
  readonly wording: SampleWording;
  readonly #ctx: PageContext;

  constructor(ctx: PageContext, typeset?: Typeset) {
    this.#ctx = ctx;
    this.wording = new SampleWording(ctx, typeset);
  }

  home(): HomeView {
    return {
      examples: ['スマホ教室', 'フィッシング', '経営者向け', '登録セキスペ'].map((label) => ({
        label,
        href: this.#ctx.href(`/search?q=${encodeURIComponent(label)}`),
      })),
      coming: [],
      doors: axes.map((name) => ({
        name,
        label: name,
        values: Object.keys(vocabulary[name] ?? {}).map((value) => ({
          ...this.wording.term(name, value),
          count: countOf(name, value),
          href: this.#ctx.href(`/search?${name}=${value}`),
        })),
      })),
      notices: [this.notice(true), this.notice(false)],
      features: this.features(),
      latest: initiatives.slice(8, 14).map((initiative) => this.wording.card(initiative)),
      situations: this.situationLinks(),
      total: initiatives.length,
    };
  }

  notice(urgent: boolean): NoticeView {
    return {
      id: 'sample',
      urgent,
      title: this.wording.text({
        ja: '宅配便を装う偽のSMSに注意してください',
        en: 'Beware of fake messages posing as a parcel service',
      }),
      body: this.wording.text({
        ja: '届いたSMSのリンクは押さず、公式のアプリやサイトで確かめてください。',
        en: 'Do not tap links in such messages; check in the official app or site.',
      }),
      href: this.#ctx.href('/help/phishing'),
      startsOn: '2026-11-23',
      sample: true,
    };
  }

  features(): SpecialFeatureBandView[] {
    const titles = ['STOP! RANSOMWARE', 'サイバーセキュリティ月間', '中小企業のはじめの一歩'];
    return titles.map((title, index) => ({
      id: `feature-${index}`,
      href: this.#ctx.href('/features/stop-ransomware'),
      title: this.wording.text(title),
      lead: this.wording.text(
        'データを人質に取る攻撃が続いています。予防、感染したときの初動、相談先を、関係機関の取組から選んでまとめました。',
      ),
      links: [
        '感染に気づいたら最初の1時間',
        'バックアップの3つの原則',
        '復号ツールを探す',
        '相談・届出の窓口',
      ].map((label, position) => ({ label: this.wording.text(label), href: `#block-${position}` })),
    }));
  }

  situationLinks(): HomeView['situations'] {
    const titles = [
      'ランサムウェアに感染した',
      '偽のサイトに情報を入力してしまった',
      'アカウントを乗っ取られた',
      '警告画面が消えない・電話をかけてしまった',
      '会社の情報が漏れたかもしれない',
      'ネットで脅されている、いやがらせを受けている',
    ];
    return titles.map((title, index) => ({
      id: `situation-${index}`,
      title: this.wording.text(title),
      href: this.#ctx.href('/help/ransomware'),
    }));
  }

  /** @param marked  a word to mark in titles and summaries */
  results(changes: Partial<ResultsView> = {}, marked?: string): ResultsView {
    const cards = initiatives.slice(0, 20).map((initiative) => {
      const card = this.wording.card(initiative);
      return marked === undefined
        ? card
        : {
            ...card,
            titleMarked: mark(card.title.text, marked),
            summaryMarked: mark(card.summary.text, marked),
          };
    });
    return {
      path: '/search',
      feed: '/feed.atom',
      alternates: [],
      q: '',
      total: initiatives.length,
      cards,
      facets: (Object.keys(fieldOf) as SampleFacet[]).map((name) => this.facet(name)),
      chips: [],
      clearHref: '/search',
      sorts: ['関連の高い順', '新しい順', '名前の順'].map((label, index) => ({
        value: `sort-${index}`,
        label,
        selected: index === 0,
      })),
      page: 1,
      pageCount: 4,
      pageHref: (page) => this.#ctx.href(`/search?page=${page}`),
      expansions: [],
      exactHref: '/search?exact=1',
      exact: false,
      inexactHref: '/search',
      hidden: [],
      follow: { mailHref: this.#ctx.href('/alerts/new?q=x'), feedHref: this.#ctx.href('/feed.atom?q=x') },
      relaxed: false,
      holdsAll: true,
      onlyNear: false,
      suggestions: [],
      wayOut: [],
      ...changes,
    };
  }

  facet(name: SampleFacet, selected: string[] = []): FacetView {
    const label = vocabulary.facet?.[name];
    if (!label) throw new Error(`no facet ${name}`);
    return {
      name,
      label: this.wording.text(label),
      values: Object.keys(vocabulary[name] ?? {})
        .map((value) => ({
          ...this.wording.term(name, value),
          count: countOf(name, value),
          selected: selected.includes(value),
        }))
        .filter(({ count }) => count > 0),
      open: axes.some((axis) => axis === name),
    };
  }

  record(id: string, changes: Partial<RecordView> = {}): RecordView {
    const initiative = initiatives.find((candidate) => candidate.id === id);
    if (!initiative) throw new Error(`no initiative ${id}`);
    const links = (facet: SampleFacet, values: string[]): AxisLink[] =>
      this.wording
        .terms(facet, values)
        .map((term) => ({ ...term, href: this.#ctx.href(`/search?${facet}=${term.value}`) }));
    const description = this.wording.text(initiative.description);
    return {
      id,
      path: `/initiatives/${id}`,
      card: this.wording.card(initiative),
      descriptionHtml: description.text
        .split('\n\n')
        .map((paragraph) => `<p>${paragraph}</p>`)
        .join(''),
      descriptionLanguage: description.language,
      join: this.wording.text(initiative.join),
      status: 'active',
      officialUrl: initiative.url,
      officialHost: new URL(initiative.url).host,
      addressSeen: 'third',
      purposes: links('purpose', initiative.purposes),
      ages: links('age', initiative.ages ?? []),
      affiliations: links('affiliation', initiative.affiliations),
      regions: this.wording.terms('region', initiative.regions),
      formats: this.wording.terms('format', initiative.format),
      cost: this.wording.term('cost', initiative.cost),
      grades: [],
      subjects: [],
      pageLanguages: [{ value: 'ja', label: this.wording.text({ ja: '日本語', en: 'Japanese' }) }],
      publishedOn: '2026-11-24',
      changedOn: '2026-11-24',
      changes: [{ on: '2026-11-28', fields: ['費用', '公式ページ'] }],
      withoutEasy: false,
      similar: initiatives.slice(2, 5).map((other) => this.wording.card(other)),
      structuredData: {
        '@context': 'https://schema.org',
        '@type': 'GovernmentService',
        name: initiative.title.ja,
      },
      sample: false,
      ...changes,
    };
  }

  help(): HelpView {
    return {
      title: this.wording.text({ ja: '被害に遭ったら', en: 'If something has happened' }),
      lead: this.wording.text(
        'いまの状況に近いものを選んでください。まずすることと、相談できる窓口が分かります。',
      ),
      emergency: {
        text: this.wording.text('命や身体に危険があるときは、迷わず110番に電話してください。'),
        telephone: this.helper('110', '警察', 'いま危険が迫っているとき。'),
      },
      helpers: [
        this.helper('#9110', '警察相談専用電話', '急がない相談。地域の警察の相談窓口につながります。'),
        this.helper('188', '消費者ホットライン', '買い物、契約、請求のトラブル。'),
      ],
      groups: [
        { id: 'work', title: this.wording.text('会社・組織で起きた'), situations: this.situationLinks() },
      ],
      desks: this.desks(),
      pages: ['/help', '/help/ransomware'],
      note: this.wording.text('ここに書いたのは、広く知られた一般的な手順です。'),
    };
  }

  helper(number: string, label: string, when: string): HelpView['helpers'][number] {
    return {
      label: this.wording.text(label),
      when: this.wording.text(when),
      contact: { telephone: { number, href: telephoneHref(number) } },
    };
  }

  situation(): SituationView {
    const help = this.help();
    return {
      id: 'ransomware',
      updatedOn: '2026-11-23',
      title: this.wording.text('ランサムウェアに感染した'),
      first: [
        'ネットワークから切り離します。LANケーブルを抜き、Wi-Fiを切ります。',
        '電源は切らず、そのままにします。調べるための記録が残ります。',
        '責任者に電話などで知らせます。',
      ].map((step) => this.wording.text(step)),
      lead: this.wording.text('まずネットワークから切り離します。急がずに警察へ相談してください。'),
      never: [this.wording.text('すぐにお金を払わないでください。')],
      keep: [this.wording.text('画面の写真を撮ります。')],
      next: [this.wording.text('専門の窓口と復旧を進めます。')],
      desks: this.desks(),
      helpers: help.helpers,
      emergency: help.emergency,
      others: this.situationLinks().slice(1),
      pages: help.pages,
    };
  }

  desks(): HelpView['desks'] {
    return initiatives
      .filter(({ category }) => category === 'consultation-desk')
      .map((initiative) => this.wording.card(initiative));
  }

  finder(step: number): FinderView {
    const answered = [
      { question: 'どなたのために探していますか', answer: '中小企業' },
      { question: '何をしたいですか', answer: '守りを固めたい' },
    ].slice(0, step - 1);
    const reason = this.wording.text('中小企業に向けているため');
    return {
      step,
      stepCount: 3,
      ...(step <= 3 && {
        question: {
          id: 'who',
          text: this.wording.text('どなたのために探していますか'),
          answers: ['自分や家族', '学校の児童・生徒・学生、教職員', '中小企業', '大企業', '国・自治体'].map(
            (label, index) => ({
              id: String(index),
              label: this.wording.text(label),
              href: '/finder?who=sme',
            }),
          ),
        },
      }),
      answered: answered.map(({ question, answer }) => ({
        question: this.wording.text(question),
        answer: this.wording.text(answer),
        changeHref: '/finder',
      })),
      results:
        step > 3
          ? initiatives.slice(0, 4).map((one) => ({ ...this.wording.card(one), reasons: [reason, reason] }))
          : [],
      moreHref: '/search?affiliation=sme',
      restartHref: '/finder',
    };
  }

  openData(): OpenDataView {
    const file = (name: string) => ({
      name,
      heading: name,
      title: name,
      description: name,
      downloads: ['CSV', 'JSON', 'JSON-LD'].map((label) => ({
        label,
        href: `/open-data/${name}.${label.toLowerCase()}`,
        description: 'UTF-8、表計算ソフトでそのまま開けます',
        mediaType: 'text/csv',
      })),
      columns: ['title', 'operator', 'url', 'purposes'].map((column) => ({
        name: column,
        label: '名称',
        description: '取組の正式な名称',
        example: '情報セキュリティ安心相談窓口',
      })),
    });
    return {
      files: ['entries', 'trainings'].map(file),
      total: initiatives.length,
      updatedOn: '2026-11-23',
    };
  }
}

function countOf(facet: SampleFacet, value: string): number {
  return initiatives.filter((initiative) => [initiative[fieldOf[facet]]].flat().includes(value)).length;
}

function mark(text: string, word: string): { text: string; marked: boolean }[] {
  return text
    .split(new RegExp(`(${word})`))
    .filter(Boolean)
    .map((piece) => ({ text: piece, marked: piece === word }));
}
