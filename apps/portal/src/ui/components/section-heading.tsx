import type { Child } from 'hono/jsx';

interface SectionHeadingProps {
  id?: string;
  children: Child;
  /** A link at the end of the line. */
  aside?: Child;
}

export function SectionHeading({ id, children, aside }: SectionHeadingProps) {
  return (
    <div class="section-heading">
      <h2 id={id}>{children}</h2>
      {aside}
    </div>
  );
}
