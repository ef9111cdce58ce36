// A path in the packet, of which the name stays readable where there is little room. Runs in the window.
import { safeText } from '#shared/safe-text.ts';
import classes from './file-row.module.css';

export function FilePath({ path: given }: { readonly path: string }) {
  const path = safeText(given);
  const end = path.lastIndexOf('/') + 1;
  return (
    <span className={classes.path} title={path}>
      <span className={classes.folder}>{path.slice(0, end)}</span>
      <span className={classes.name}>{path.slice(end)}</span>
    </span>
  );
}
