/** What a paper is called as a file. */

/** ('Berita acara', 'KSU Tirta Makmur', '2025') → 'berita-acara-ksu-tirta-makmur-2025': letters and digits that any system keeps. */
export function fileNameOf(...parts: string[]): string {
  return parts
    .map((part) =>
      part
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 60),
    )
    .join('-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}
