/** The register's own line icons, drawn on a 24-unit grid; always beside words or inside something that has a name. */

const paths = {
  home: 'M3 11.5 12 4l9 7.5M5.5 10v10h13V10M10 20v-6h4v6',
  cooperative: 'M3 20h18M5 20V9l7-5 7 5v11M9 20v-4h6v4M9 11h.01M15 11h.01M12 11h.01',
  visit: 'M12 21s7-6.4 7-11.5A7 7 0 0 0 5 9.5C5 14.6 12 21 12 21ZM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  meeting:
    'M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 20v-2c0-2.5 2-4 4-4h4c2 0 4 1.5 4 4v2M16 5.2a3 3 0 0 1 0 5.6M17.5 14.2c2.3.3 4 1.7 4 3.800v2',
  sync: 'M20 11a8 8 0 0 0-14.3-3.700L3 10M3 4.500V10h5.500M4 13a8 8 0 0 0 14.3 3.700L21 14M21 19.500V14h-5.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21',
  back: 'M20 12H4.500M11 5l-7 7 7 7',
  check: 'm4 12.5 5.5 5.500L20 6.5',
  warning: 'M12 3.5 22 20.500H2ZM12 10v5M12 17.800v.1',
  cross: 'm5 5 14 14M19 5 5 19',
  plus: 'M12 4v16M4 12h16',
  minus: 'M4 12h16',
  undo: 'M9 5 4 10l5 5M4 10h10.500a5.5 5.5 0 0 1 0 11H10',
  calendar: 'M4 6h16v15H4ZM4 11h16M8 3v5M16 3v5',
  pen: 'm4 20 1-5L16.5 3.500l4 4L9 19ZM14 6l4 4',
  signature: 'M3 20h18M3 15c3-1 7-10 9-10s0 10 1.5 10 1.5-3 3-3 1 3 4.5 2',
  print: 'M7 9V3h10v6M7 17H3V9h18v8h-4M7 14h10v7H7Z',
  filter: 'M3 5h18l-7 8.500V20l-4-2v-4.500Z',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21v-1c0-3 2.5-5 5.5-5h5c3 0 5.5 2 5.5 5v1',
  language: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c-5 5.5-5 12.5 0 18 5-5.5 5-12.5 0-18Z',
  logout: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  chart: 'M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6',
  table: 'M3 5h18v14H3ZM3 10h18M3 14.500h18M9 10v9',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  download: 'M12 4v12M7 11l5 5 5-5M4 16v4h16v-4',
  camera: 'M3 7h4.500L9 4.500h6L16.500 7H21v13H3ZM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z',
  lock: 'M5 11h14v10H5ZM8 11V7.500a4 4 0 0 1 8 0V11M12 15v2.5',
  cloudOff: 'M3 3l18 18M9.5 5.500A6 6 0 0 1 17.5 10 4.5 4.5 0 0 1 20 17.700M16 18.500H7a4.5 4.5 0 0 1-.5-9',
  tablet: 'M5 3h14v18H5ZM11 18h2',
  office: 'M3 21h18M5 21V3h9v18M14 9h5v12M8 7h3M8 11h3M8 15h3M17 13v.1M17 17v.1',
  chevron: 'm9 5 7 7-7 7',
  down: 'm5 9 7 7 7-7',
  up: 'm5 15 7-7 7 7',
  more: 'M4 7h16M4 12h16M4 17h16',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.500M12 7.500v.1',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.500l3.5 2',
  contrast: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 3v18M12 8h6.500M12 12h9M12 16h6.5',
  document: 'M6 3h8l4.5 4.500V21H6ZM14 3v5h4.500M9 13h6.500M9 17h6.5',
  mark: 'M2 12c3-4.8 6.3-7 10-7s7 2.2 10 7c-3 4.8-6.3 7-10 7s-7-2.2-10-7ZM8 12.200l3 3 5.5-6',
} as const;

export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as IconName[];

export function Icon({ name, size = 24, class: className }: { name: IconName; size?: number; class?: string }) {
  return (
    <svg
      class={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={size < 20 ? 2.5 : 2}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
