import type { Child } from 'hono/jsx';
import type { Markup } from '../text/ruby.ts';

/** `inverted` is the filled button of a deep band. */
type ButtonType = 'solid-fill' | 'outline' | 'text' | 'inverted';
type ButtonSize = 'lg' | 'md' | 'sm';

interface Appearance {
  /** One filled button a page: the next action. */
  type?: ButtonType;
  size?: ButtonSize;
  /** Stands behind the words. */
  icon?: Markup;
  children: Child;
}

interface ButtonProps extends Appearance {
  name?: string;
  value?: string;
  /** Id of the form to send, when the button stands outside it. */
  form?: string;
  class?: string;
}

/** Sends a form. */
export function Button({
  type = 'solid-fill',
  size = 'md',
  icon,
  children,
  class: extra,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="submit"
      class={extra ? `button ${extra}` : 'button'}
      data-type={type}
      data-size={size}
      {...rest}
    >
      <span>{children}</span>
      {icon}
    </button>
  );
}

interface ButtonLinkProps extends Appearance {
  href: string;
  rel?: string;
}

/** A link that looks like a button: the one way on from a page. */
export function ButtonLink({ type = 'solid-fill', size = 'md', icon, children, ...rest }: ButtonLinkProps) {
  return (
    <a class="button" data-type={type} data-size={size} {...rest}>
      <span>{children}</span>
      {icon}
    </a>
  );
}
