import type { PageContext } from '../../../../platform/web/page-context.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { phrasedWords, words } from '../../../../ui/text/words.ts';
import { catalogueText } from '../messages.ts';
import { cataloguePaths } from '../paths.ts';
import type { KeptItemView, KeptView } from '../views.ts';
import { PageHead } from './page-head.tsx';

const compareForm = 'compare';

/** The list that somebody keeps: it is in the address, and with a script in the browser too. */
export function KeptPage({ ctx, view }: { ctx: PageContext; view: KeptView }) {
  const { text, label } = catalogueText(ctx);
  return (
    <Shell
      ctx={ctx}
      title={label.kept.title}
      description={label.kept.description}
      unlisted
      styles={['catalogue']}
    >
      <div class="container page kept" data-width="list">
        <PageHead ctx={ctx} heading={text.kept.heading} lead={text.kept.lead} />
        <kept-list
          data-ids={view.ids.join(' ')}
          data-path={ctx.href(view.path)}
          data-save={label.kept.save}
          data-saved={label.kept.saved}
          data-print={label.kept.print}
          data-share={label.kept.share}
          data-copied={label.kept.copied}
        >
          <p class="kept-actions" data-actions />
          <p role="status" class="quiet" />
        </kept-list>
        {view.tooFew && <p>{text.compare.tooFew}</p>}
        {view.wasCut && <p class="quiet">{text.kept.cut}</p>}
        {view.items.length > 0 ? <Items ctx={ctx} view={view} /> : <p>{text.kept.empty}</p>}
        {view.items.length > 0 && <Send ctx={ctx} view={view} />}
        <Add ctx={ctx} view={view} />
      </div>
    </Shell>
  );
}

function Items({ ctx, view }: { ctx: PageContext; view: KeptView }) {
  const { text } = catalogueText(ctx);
  const several = view.items.length > 1;
  return (
    <form id={compareForm} method="get" action={ctx.href(view.comparePath)}>
      <ul class="kept-items">
        {view.items.map((item, index) => (
          <li>
            {several && (
              <label class="kept-choice">
                <input
                  class="checkbox"
                  type="checkbox"
                  name="id"
                  value={item.card.id}
                  checked={index < view.mostCompared}
                />
                <span class="visually-hidden">{text.kept.compareThis}</span>
              </label>
            )}
            <Item ctx={ctx} item={item} />
            <a class="kept-remove" href={item.removeHref}>
              {text.kept.remove}
              <span class="visually-hidden"> {words(item.card.title, ctx)}</span>
            </a>
          </li>
        ))}
      </ul>
      {several && <Button>{text.kept.compare(view.mostCompared)}</Button>}
    </form>
  );
}

function Item({ ctx, item: { card } }: { ctx: PageContext; item: Pick<KeptItemView, 'card'> }) {
  return (
    <div class="kept-item">
      <p class="card-kicker">
        <span>{words(card.facts.kicker, ctx)}</span>
      </p>
      <p class="kept-title">
        <a href={card.href}>{phrasedWords(card.title, ctx)}</a>
      </p>
      <p>{phrasedWords(card.summary, ctx)}</p>
    </div>
  );
}

function Send({ ctx, view }: { ctx: PageContext; view: KeptView }) {
  const { text, label } = catalogueText(ctx);
  return (
    <section class="kept-send" aria-labelledby="send">
      <h2 id="send">{text.kept.send}</h2>
      <p>{text.kept.sendLead}</p>
      <p>
        <input class="input" type="text" readonly value={view.address} aria-label={label.kept.address} />
      </p>
      <p>
        <ButtonLink type="outline" href={view.mailHref}>
          {text.kept.mail}
        </ButtonLink>
      </p>
    </section>
  );
}

/** Adds by words, so that a list can be made without a script. */
function Add({ ctx, view }: { ctx: PageContext; view: KeptView }) {
  const { text } = catalogueText(ctx);
  if (view.isFull) return <p class="quiet">{text.kept.full(view.ids.length)}</p>;
  return (
    <section class="kept-add" aria-labelledby="add">
      <h2 id="add">{text.kept.add}</h2>
      <form method="get" action={ctx.href(view.path)} class="kept-search">
        {view.ids.map((id) => (
          <input type="hidden" name="id" value={id} />
        ))}
        <label>
          <span>{text.kept.words}</span>
          <input class="input" type="search" name="q" value={view.q} />
        </label>
        <Button type="outline">{text.kept.search}</Button>
      </form>
      {view.q && view.found.length === 0 && <p>{text.kept.nothing}</p>}
      {view.found.length > 0 && (
        <ul class="kept-items">
          {view.found.map(({ card, addHref }) => (
            <li>
              <Item ctx={ctx} item={{ card }} />
              <a class="kept-remove" href={addHref}>
                {text.kept.addThis}
                <span class="visually-hidden"> {words(card.title, ctx)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={view.searchHref}>{text.kept.toSearch}</a>
      </p>
    </section>
  );
}

/** Puts a record on the list: a link to the list with it, a switch where a script runs. */
export function KeepButton({ ctx, id }: { ctx: PageContext; id: string }) {
  const { text } = catalogueText(ctx);
  const data = switchWords(ctx);
  return (
    <keep-button data-record={id} {...data}>
      <a href={`${data['data-path']}?id=${encodeURIComponent(id)}`}>{text.kept.keep}</a>
    </keep-button>
  );
}

/** Puts such a switch on every card of the page, where a script runs. */
export function KeptMarks({ ctx }: { ctx: PageContext }) {
  return <kept-marks {...switchWords(ctx)} />;
}

function switchWords(ctx: PageContext) {
  const { label } = catalogueText(ctx);
  return {
    'data-path': ctx.href(cataloguePaths.kept),
    'data-keep': label.kept.keep,
    'data-drop': label.kept.drop,
    'data-list': label.kept.see,
    'data-full': label.kept.fullShort,
  };
}
