import { expect, test } from 'vitest';
import { parseSettings, SettingsError } from './settings.ts';

test('without any setting it serves this machine, with its own database and no mail', () => {
  expect(parseSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://127.0.0.1:3000',
    trustedProxies: 0,
    databaseUrl: null,
    smtpUrl: null,
    secondApproval: false,
  });
});

test('what is set is taken, without the slash at the end of the address', () => {
  const settings = parseSettings({
    HOST: '0.0.0.0',
    PORT: '8080',
    PUBLIC_URL: 'https://percorso.example.org/',
    TRUST_PROXY: '1',
    DATABASE_URL: 'postgresql://u:p@db/percorso',
    DATA_DIR: '/srv/percorso',
    SMTP_URL: 'smtps://mail.example.org',
    MAIL_FROM: 'MiG-Work <mig@example.org>',
    SECOND_APPROVAL: 'on',
  });
  expect(settings).toMatchObject({
    port: 8080,
    publicUrl: 'https://percorso.example.org',
    trustedProxies: 1,
    databaseUrl: 'postgresql://u:p@db/percorso',
    dataDirectory: '/srv/percorso',
    mailFrom: 'MiG-Work <mig@example.org>',
    secondApproval: true,
  });
});

test('an empty setting is no setting', () => {
  expect(parseSettings({ PORT: '', PUBLIC_URL: ' ' })).toEqual(parseSettings({}));
});

test('an address that listens everywhere is offered as localhost, and IPv6 in brackets', () => {
  expect(parseSettings({ HOST: '0.0.0.0' }).publicUrl).toBe('http://localhost:3000');
  expect(parseSettings({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
});

const wrong: Record<string, [name: string, value: string]> = {
  'a port that is no number': ['PORT', 'abc'],
  'a port that is too great': ['PORT', '65536'],
  'a negative port': ['PORT', '-1'],
  'a host with a space': ['HOST', 'my host'],
  'an address without a protocol': ['PUBLIC_URL', 'percorso.example.org'],
  'an address with a path': ['PUBLIC_URL', 'https://example.org/percorso'],
  'an address of another kind': ['PUBLIC_URL', 'ftp://example.org'],
  'another database': ['DATABASE_URL', 'mysql://u:hidden@db/x'],
  'a mail server by http': ['SMTP_URL', 'http://mail'],
  'a sender without a domain': ['MAIL_FROM', 'percorso'],
  'a sender with a second line': ['MAIL_FROM', 'a@b.it\nBcc: c@d.it'],
  'a proxy by name': ['TRUST_PROXY', 'yes'],
};

for (const [what, [name, value]] of Object.entries(wrong)) {
  test(`${what} is refused in a line that names the setting`, () => {
    const parse = () => parseSettings({ [name]: value });
    expect(parse).toThrow(SettingsError);
    expect(parse).toThrow(new RegExp(`^${name} `));
  });
}

test('a password in an address is not repeated', () => {
  const parse = () => parseSettings({ DATABASE_URL: 'mysql://u:hidden@db/x' });
  expect(parse).not.toThrow(/hidden/);
});
