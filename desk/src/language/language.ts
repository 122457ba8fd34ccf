import i18next, { type BackendModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['it', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED_AS = 'percorso.language';

/** One small file per area and language, fetched when a page first needs it. */
const catalogues = import.meta.glob<Record<string, unknown>>('../words/*/*.json', {
  import: 'default',
});

const backend: BackendModule = {
  type: 'backend',
  init() {},
  async read(language, area) {
    const load = catalogues[`../words/${language}/${area}.json`];
    if (!load) throw new Error(`There is no catalogue ${language}/${area}.json`);
    return (await load()) as Record<string, string>;
  },
};

function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** What the reader chose before on this device; Italian otherwise. */
function rememberedLanguage(): Language {
  try {
    const stored = localStorage.getItem(STORED_AS);
    return isLanguage(stored) ? stored : 'it';
  } catch {
    return 'it';
  }
}

function remember(language: string) {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(STORED_AS, language);
  } catch {
    // A browser that keeps nothing still shows the chosen language.
  }
}

/** Starts i18next for one entry of the desk; `area` is the namespace that every page of it uses. */
export async function startLanguage(area: string): Promise<i18n> {
  i18next.on('languageChanged', remember);
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: rememberedLanguage(),
      fallbackLng: false,
      supportedLngs: LANGUAGES,
      ns: [area],
      defaultNS: area,
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  return i18next;
}

export function presentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'it';
}
