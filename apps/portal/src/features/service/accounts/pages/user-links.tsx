import type { SignedInContext } from '../../../../platform/web/page-context.ts';
import { icon } from '../../../../ui/components/icon.ts';
import { currentMark } from '../../../../ui/shell/addresses.ts';
import { accountPaths } from '../account-paths.ts';
import { accountText } from '../messages.ts';

/** The user's name, which leads to their account, and the button to sign out. */
export function UserLinks({ ctx }: { ctx: SignedInContext }) {
  const { text } = accountText(ctx);
  return (
    <>
      <a href={ctx.href(accountPaths.account)} aria-current={currentMark(accountPaths.account, ctx)}>
        {icon.people}
        <span class="visually-hidden">{text.userLinks.account}: </span>
        {ctx.user.name}
      </a>
      <form method="post" action={ctx.href(accountPaths.signOut)}>
        <button type="submit">{text.userLinks.signOut}</button>
      </form>
    </>
  );
}
