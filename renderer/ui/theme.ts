import {
  ActionIcon,
  Badge,
  Button,
  createTheme,
  Input,
  Kbd,
  Menu,
  Modal,
  NavLink,
  Paper,
  Popover,
  Select,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** Accent, light to dark. Shade 6 on white and white on shade 6 are above 4.5:1; dark surfaces use shade 5 with white and 3 as text. */
const accent: MantineColorsTuple = [
  '#eef4ff',
  '#dce7fe',
  '#bcd1fd',
  '#96b6fb',
  '#6690f4',
  '#3c69e6',
  '#2b57d9',
  '#2146b8',
  '#1d3b95',
  '#1b3375',
];
const gray: MantineColorsTuple = [
  '#f8f9fb',
  '#f1f3f6',
  '#e6e9ee',
  '#d8dde4',
  '#c2c9d3',
  '#98a2b1',
  '#5f697d',
  '#475467',
  '#2b3545',
  '#161d29',
];
const dark: MantineColorsTuple = [
  '#e3e7ee',
  '#b9c1cd',
  '#9ba5b5',
  '#667183',
  '#343c49',
  '#2a313d',
  '#1e242e',
  '#161b23',
  '#10141b',
  '#0b0e13',
];

/** Four text sizes; the density setting moves them through the variables in base.css. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', 'Noto Sans SC', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: {
    xs: 'var(--fq-text-small)',
    sm: 'var(--fq-text)',
    md: 'var(--fq-text)',
    lg: 'var(--fq-text-large)',
    xl: 'var(--fq-text-title)',
  },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.4', lg: '1.35', xl: '1.25' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: 'var(--fq-text-title)', lineHeight: '1.25' },
      h2: { fontSize: 'var(--fq-text-large)', lineHeight: '1.35' },
      h3: { fontSize: 'var(--fq-text)', lineHeight: '1.4' },
      h4: { fontSize: 'var(--fq-text)', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  shadows: {
    xs: '0 1px 2px rgb(16 24 40 / 6%)',
    sm: '0 1px 3px rgb(16 24 40 / 10%)',
    md: '0 4px 16px rgb(16 24 40 / 12%)',
    lg: '0 8px 28px rgb(16 24 40 / 16%)',
    xl: '0 16px 48px rgb(16 24 40 / 22%)',
  },
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
    Input: Input.extend({ defaultProps: { size: 'xs' } }),
    // Hints and problems are read, not decoration: never smaller than the smallest of the four sizes.
    InputWrapper: Input.Wrapper.extend({
      styles: {
        error: { fontSize: 'var(--fq-text-small)' },
        description: { fontSize: 'var(--fq-text-small)' },
      },
    }),
    Select: Select.extend({ defaultProps: { checkIconPosition: 'right', allowDeselect: false } }),
    Badge: Badge.extend({ defaultProps: { radius: 'sm', variant: 'light' } }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } }),
    Modal: Modal.extend({ defaultProps: { radius: 'lg', transitionProps: { duration: 120 } } }),
    NavLink: NavLink.extend({ defaultProps: { noWrap: true } }),
    Paper: Paper.extend({ defaultProps: { radius: 'md', withBorder: true } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false } }),
  },
});

/** Mantine's own variables moved onto our palette, where its defaults are too pale for AA or too blue. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': gray[9],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-default-border': gray[3],
    '--mantine-color-anchor': accent[6],
    '--mantine-color-error': '#b42318',
  },
  dark: {
    '--mantine-color-text': dark[0],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-default-border': dark[4],
    '--mantine-color-anchor': accent[3],
    '--mantine-color-error': '#fda29b',
  },
});
