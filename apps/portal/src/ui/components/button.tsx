import type { Child } from 'hono/jsx';

type ButtonType = 'solid-fill' | 'outline' | 'text';
type ButtonSize = 'lg' | 'md' | 'sm';

interface Appearance {
  /** One filled button a page: the next action. */
  type?: ButtonType;
  size?: ButtonSize;
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
export function Button({ type = 'solid-fill', size = 'md', children, class: extra, ...rest }: ButtonProps) {
  return (
    <button
      type="submit"
      class={extra ? `button ${extra}` : 'button'}
      data-type={type}
      data-size={size}
      {...rest}
    >
      {children}
    </button>
  );
}

interface ButtonLinkProps extends Appearance {
  href: string;
  rel?: string;
}

/** A link that looks like a button: the one way on from a page. */
export function ButtonLink({ type = 'solid-fill', size = 'md', children, ...rest }: ButtonLinkProps) {
  return (
    <a class="button" data-type={type} data-size={size} {...rest}>
      {children}
    </a>
  );
}
