// A step's page: heading, content that scrolls, and a bar below that is always in sight. The heading takes the focus
// when the page appears, so that keyboard and screen reader start there. Runs in the window.
import { Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './step-frame.module.css';

interface StepFrameProps {
  readonly title: string;
  readonly intro?: string;
  /** What stands in the bar below. */
  readonly footer?: ReactNode;
  /** Takes the whole width and height, for long lists. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

export function StepFrame({ title, intro, footer, fill, children }: StepFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={classes.frame} data-fill={fill || undefined}>
      <div className={classes.scroll}>
        <div className={classes.content}>
          <header>
            <Title order={1} size="h2" ref={heading} tabIndex={-1} className={classes.heading}>
              {title}
            </Title>
            {intro !== undefined && (
              <Text c="dimmed" mt={6}>
                {intro}
              </Text>
            )}
          </header>
          {children}
        </div>
      </div>
      {footer !== undefined && <footer className={classes.footer}>{footer}</footer>}
    </div>
  );
}
