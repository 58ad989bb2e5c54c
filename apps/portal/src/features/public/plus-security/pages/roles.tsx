import type { PageContext } from '../../../../platform/web/page-context.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Shell } from '../../../../ui/shell/shell.tsx';
import { adviceText } from '../advice-messages.ts';
import { advicePaths } from '../advice-paths.ts';
import type { LevelView, RolesView, RoleView, SkillPageView, SkillsView } from '../presenting/browse-view.ts';
import { AdviceHead } from './advice-head.tsx';

export function RolesPage({ ctx, view }: { ctx: PageContext; view: RolesView }) {
  const { text, label } = adviceText(ctx);
  const { browse } = text;
  return (
    <Shell
      ctx={ctx}
      title={label.browse.rolesHeading}
      description={label.browse.rolesDescription}
      styles={['plus-security']}
    >
      <div class="container page">
        <AdviceHead ctx={ctx} heading={browse.rolesHeading} lead={browse.rolesLead} />
        <p>
          <a href={ctx.href(advicePaths.skills)}>{browse.toSkills}</a>
        </p>
        {view.groups.map(({ id, title, parts }) => (
          <section class="section" aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <ul class="browse-grid">
              {parts.map((role) => (
                <li>
                  <h3>
                    <a href={role.href}>{role.title}</a>
                  </h3>
                  <p>{role.text}</p>
                  <p class="quiet">{browse.skillCount(role.count)}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <Levels ctx={ctx} levels={view.levels} />
      </div>
    </Shell>
  );
}

export function SkillsPage({ ctx, view }: { ctx: PageContext; view: SkillsView }) {
  const { text, label } = adviceText(ctx);
  const { browse } = text;
  return (
    <Shell
      ctx={ctx}
      title={label.browse.skillsHeading}
      description={label.browse.skillsDescription}
      styles={['plus-security']}
    >
      <div class="container page">
        <AdviceHead
          ctx={ctx}
          heading={browse.skillsHeading}
          lead={browse.skillsLead(view.count)}
          trail={[{ label: browse.rolesHeading, href: ctx.href(advicePaths.roles) }]}
        />
        <Levels ctx={ctx} levels={view.levels} />
        {view.groups.map(({ id, title, parts }) => (
          <section class="section" aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <dl class="browse-skills">
              {parts.map((skill) => (
                <div>
                  <dt>
                    <a href={skill.href}>{skill.title}</a>
                  </dt>
                  <dd>{skill.text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Shell>
  );
}

function Levels({ ctx, levels }: { ctx: PageContext; levels: readonly LevelView[] }) {
  const { text } = adviceText(ctx);
  return (
    <section class="section" aria-labelledby="levels">
      <h2 id="levels">{text.browse.levels}</h2>
      <LevelList levels={levels.map(({ id, title, text: does }) => ({ id, title, does }))} />
    </section>
  );
}

function LevelList({ levels }: { levels: readonly { id: string; title: string; does: string }[] }) {
  return (
    <ol class="browse-levels">
      {levels.map(({ title, does }, index) => (
        <li>
          <span class="programme-level" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <strong>{title}</strong>
            <p>{does}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

export function RolePage({ ctx, view }: { ctx: PageContext; view: RoleView }) {
  const { text } = adviceText(ctx);
  const { browse } = text;
  return (
    <Shell ctx={ctx} title={view.title} description={view.text} styles={['plus-security']}>
      <div class="container page">
        <AdviceHead
          ctx={ctx}
          heading={view.title}
          lead={view.text}
          trail={[{ label: browse.rolesHeading, href: ctx.href(advicePaths.roles) }]}
        />
        <p class="advice-actions">
          <ButtonLink href={view.adviceHref}>{browse.adviceFor}</ButtonLink>
        </p>
        <section class="section" aria-labelledby="needs">
          <h2 id="needs">{browse.needs}</h2>
          {view.needs.map(({ level, skills }) => (
            <div class="browse-need">
              <h3>{level.title}</h3>
              <p class="quiet">{level.text}</p>
              <ul class="plan-skills">
                {skills.map(({ title, href }) => (
                  <li>
                    <a href={href}>{title}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
        <section class="section" aria-labelledby="cover">
          <h2 id="cover">{browse.cover}</h2>
          <p>
            {view.cover
              ? browse.coverText(view.cover.count, view.cover.share, String(view.cover.hours))
              : browse.coverNone}
          </p>
        </section>
        {view.near.length > 0 && (
          <section class="section" aria-labelledby="near">
            <h2 id="near">{browse.near}</h2>
            <p class="section-lead">{browse.nearLead}</p>
            <ul class="browse-near">
              {view.near.map(({ title, href, share }) => (
                <li>
                  <a href={href}>{title}</a> <span class="quiet">{browse.nearShare(share)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Shell>
  );
}

export function SkillPage({ ctx, view }: { ctx: PageContext; view: SkillPageView }) {
  const { text, label } = adviceText(ctx);
  const { browse } = text;
  const columns = label.browse.mappingColumns;
  return (
    <Shell ctx={ctx} title={view.title} description={view.text} styles={['plus-security']}>
      <div class="container page">
        <AdviceHead
          ctx={ctx}
          heading={view.title}
          lead={view.text}
          trail={[
            { label: browse.rolesHeading, href: ctx.href(advicePaths.roles) },
            { label: browse.skillsHeading, href: ctx.href(advicePaths.skills) },
          ]}
        />
        <p class="advice-actions">
          <ButtonLink href={view.findHref}>{browse.find}</ButtonLink>
        </p>
        <section class="section" aria-labelledby="levels">
          <h2 id="levels">{browse.atLevels}</h2>
          {!view.levels && <p>{browse.general}</p>}
          <LevelList
            levels={view.levels ?? view.generalLevels.map((level) => ({ ...level, does: level.text }))}
          />
        </section>
        <section class="section" aria-labelledby="roles">
          <h2 id="roles">{browse.askedBy}</h2>
          <ul class="browse-near">
            {view.roles.map(({ title, href, level }) => (
              <li>
                <a href={href}>{title}</a> <span class="quiet">{text.plan.level(level)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section class="section" aria-labelledby="mappings">
          <h2 id="mappings">{browse.mappings}</h2>
          {view.mappings.length === 0 ? (
            <p>{browse.noMappings}</p>
          ) : (
            <>
              <p class="section-lead">{browse.mappingsLead}</p>
              <Table
                caption={label.tableOf(label.browse.mappings)}
                columns={[{ label: columns.framework }, { label: columns.id }, { label: columns.match }]}
                rows={view.mappings.map(({ framework, target, match, by }) => [
                  <span lang="en">{framework}</span>,
                  <code>{target}</code>,
                  browse.matchBy(browse.match[match], browse.by[by]),
                ])}
              />
              {view.notices.map((notice) => (
                <p class="quiet" lang="en">
                  {notice}
                </p>
              ))}
            </>
          )}
        </section>
      </div>
    </Shell>
  );
}
