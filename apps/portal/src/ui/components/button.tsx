import type { Child } from 'hono/jsx';
import type { Markup } from '../text/ruby.ts';

/** `inverted`: filled button on a dark band. */
type ButtonType = 'solid-fill' | 'outline' | 'text' | 'inverted';
type ButtonSize = 'lg' | 'md' | 'sm';

interface Appearance {
  /** Use one filled button per page: the next action. */
  type?: ButtonType;
  size?: ButtonSize;
  /** Shown after the label. */
  icon?: Markup;
  children: Child;
}

interface ButtonProps extends Appearance {
  name?: string;
  value?: string;
  /** Id of the form to submit, if the button is outside it. */
  form?: string;
  class?: string;
}

/** Submits a form. */
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

/** A link styled as a button, for a page's main action. */
export function ButtonLink({ type = 'solid-fill', size = 'md', icon, children, ...rest }: ButtonLinkProps) {
  return (
    <a class="button" data-type={type} data-size={size} {...rest}>
      <span>{children}</span>
      {icon}
    </a>
  );
}
