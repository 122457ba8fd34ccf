import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLogout, IconMenu2 } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useCommand } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { useSession } from '../api/session.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Mark } from './Mark.tsx';
import { navigationFor } from './navigation.ts';
import classes from './shell.module.css';

export function Header() {
  const { t } = useTranslation('common');
  const { person } = useSession();
  const [isOpen, drawer] = useDisclosure(false);
  const preferences = useCommand('setPreferences');
  return (
    <header className={`${classes.header} no-print`}>
      <div className={classes.slim}>
        <div className={classes.inner}>
          <span>{t('municipality')}</span>
          <LanguageSwitch onChange={(language) => preferences.mutate({ body: { language } })} />
        </div>
      </div>
      <div className={classes.brand}>
        <div className={classes.inner}>
          <NavLink to="/desk" className={`${classes.home}`} end>
            <Mark />
            <span>
              <span className={classes.product}>Percorso</span>
              <span className={classes.programme}>MiG-Work</span>
            </span>
          </NavLink>
          <div className={classes.who}>
            <span className={classes.person}>
              <strong>{person.name}</strong>
              <span>
                {person.organisation?.name ??
                  person.roles.map((role) => t(`role.${role}`)).join(', ')}
              </span>
            </span>
            <SignOutButton />
          </div>
          <Button
            className={classes.burger}
            variant="white"
            leftSection={<IconMenu2 size={22} aria-hidden />}
            aria-haspopup="dialog"
            onClick={drawer.open}
          >
            {t('menu')}
          </Button>
        </div>
      </div>
      <div className={classes.bar}>
        <div className={classes.inner}>
          <Navigation />
        </div>
      </div>
      <Drawer
        opened={isOpen}
        onClose={drawer.close}
        position="right"
        title={person.name}
        closeButtonProps={{ 'aria-label': t('close') }}
        // The drawer's header is no banner of the page.
        attributes={{ header: { role: 'presentation' } }}
      >
        <Navigation onFollow={drawer.close} isVertical />
        <div className={classes.drawerEnd}>
          <SignOutButton />
        </div>
      </Drawer>
    </header>
  );
}

interface NavigationProps {
  readonly onFollow?: () => void;
  readonly isVertical?: boolean;
}

function Navigation({ onFollow, isVertical = false }: NavigationProps) {
  const { t } = useTranslation('common');
  const { may } = useSession();
  return (
    <nav aria-label={t('navigation.label')}>
      <ul className={isVertical ? classes.vertical : classes.horizontal}>
        {navigationFor(may).map(({ name, to, icon: Icon }) => (
          <li key={to}>
            <NavLink
              to={to}
              className={`${classes.link}`}
              {...(onFollow ? { onClick: onFollow } : {})}
            >
              <Icon size={20} aria-hidden />
              {t(`navigation.${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignOutButton() {
  const { t } = useTranslation('common');
  const client = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => request('signOut', {}),
    onSuccess: () => {
      // Nothing that the last reader saw may stay in memory for the next one.
      client.clear();
      sessionStorage.clear();
      window.location.assign('/desk/sign-in');
    },
  });
  return (
    <Button
      variant="subtle"
      className={classes.signOut}
      leftSection={<IconLogout size={20} aria-hidden />}
      loading={signOut.isPending}
      onClick={() => signOut.mutate()}
    >
      {t('sign-out')}
    </Button>
  );
}
