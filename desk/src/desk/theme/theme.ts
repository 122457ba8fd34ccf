import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ten shades from the tokens of the public administration's design system, light to dark. */
function shades(hue: string, lightness: readonly string[]): MantineColorsTuple {
  return lightness.map(
    (value) => `var(--it-color-${hue}-${value})`,
  ) as unknown as MantineColorsTuple;
}

/** The tokens have no orange pale enough for a notice's ground. */
function withPaleStart([first, , ...others]: MantineColorsTuple): MantineColorsTuple {
  const mix = (percent: number) => `color-mix(in srgb, ${first} ${percent}%, #fff)`;
  return [mix(25), mix(45), ...others] as unknown as MantineColorsTuple;
}

const COMFORTABLE = { defaultProps: { size: 'md' } };

/** Mantine in the colours and letters of the public administration (Designers Italia). */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: 6,
  defaultRadius: 'sm',
  colors: {
    blue: shades('blue', ['97', '87', '77', '67', '57', '48', '40', '30', '25', '20']),
    gray: shades('slate', ['93', '85', '78', '68', '62', '52', '44', '36', '28', '20']),
    // The sixth shade is the colour of errors: red-44 has a contrast of 6 to 1 on white.
    red: shades('red', ['96', '96', '80', '70', '60', '50', '44', '37', '30', '25']),
    green: shades('seagreen', ['92', '84', '76', '69', '54', '39', '24', '19', '14', '10']),
    teal: shades('teal', ['90', '80', '70', '60', '50', '42', '20', '20', '20', '20']),
    orange: withPaleStart(
      shades('orange', ['87', '77', '67', '57', '48', '40', '30', '25', '20', '20']),
    ),
  },
  fontFamily: "'Titillium Web', Geneva, Tahoma, sans-serif",
  headings: {
    fontFamily: "'Titillium Web', Geneva, Tahoma, sans-serif",
    fontWeight: '700',
    sizes: {
      h1: { fontSize: 'clamp(1.6rem, 1.2rem + 1.6vw, 2.25rem)', lineHeight: '1.2' },
      h2: { fontSize: 'clamp(1.3rem, 1.15rem + 0.6vw, 1.55rem)', lineHeight: '1.25' },
      h3: { fontSize: '1.2rem', lineHeight: '1.3' },
      h4: { fontSize: '1.05rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1.125rem', lg: '1.25rem', xl: '1.5rem' },
  components: {
    Button: COMFORTABLE,
    TextInput: COMFORTABLE,
    PasswordInput: COMFORTABLE,
    Textarea: COMFORTABLE,
    NumberInput: COMFORTABLE,
    NativeSelect: COMFORTABLE,
    Select: COMFORTABLE,
    Checkbox: COMFORTABLE,
    Radio: COMFORTABLE,
    RadioGroup: COMFORTABLE,
    CheckboxGroup: COMFORTABLE,
    Table: { defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' } },
    Modal: {
      defaultProps: {
        centered: true,
        size: 'lg',
        radius: 'md',
        // A dialog's header is no banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Badge: { defaultProps: { tt: 'none', fw: 600, size: 'lg', radius: 'sm', variant: 'light' } },
    Skeleton: { defaultProps: { radius: 'sm' } },
  },
});
