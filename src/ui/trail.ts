/** The way the officer came, so that the arrow goes back in history when it leads where one came from, and the list stands as it was left. */

const trail: string[] = [];

/** Told of every address as it is shown. */
export function follow(url: string): void {
  if (trail.at(-1) === url) return;
  if (trail.at(-2) === url) trail.pop();
  else trail.push(url);
}

/** Whether the page before this one is `href`, whatever it was filtered by. */
export const cameFrom = (href: string): boolean => trail.at(-2)?.split('?')[0] === href.split('?')[0];
