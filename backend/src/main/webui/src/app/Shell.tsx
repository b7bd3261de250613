import { Suspense, useState } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import {
  Button,
  Label,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  Page,
  SkipToContent,
} from '@patternfly/react-core';
import { KeyboardIcon } from '@patternfly/react-icons/dist/esm/icons/keyboard-icon';
import { Loading } from '../common/states';
import { useShortcuts } from '../common/shortcuts';
import { visible } from '../common/foreign';
import { useCaller } from './Caller';
import { useAddress } from './Session';
import { OfflineNotice } from './OfflineNotice';
import { ShortcutHelp } from './ShortcutHelp';
import { TenantSwitch } from './TenantSwitch';
import { ThemeSwitch } from './ThemeSwitch';

const PAGES: [string, string][] = [
  ['/', 'Timeline'],
  ['/delivery', 'Delivery'],
  ['/integrations', 'Integrations'],
  ['/teams', 'Teams'],
  ['/people', 'People'],
  ['/subscriptions', 'Subscriptions'],
  ['/fields', 'Fields'],
  ['/access', 'Access'],
  ['/system', 'System'],
];

export function Shell() {
  const address = useAddress();
  const me = useCaller();
  const [helpShown, setHelpShown] = useState(false);
  useShortcuts({ '?': () => setHelpShown(true) });

  const masthead = (
    <Masthead display={{ default: 'inline' }} className="pc-masthead">
      <MastheadMain>
        <MastheadBrand>
          <MastheadLogo
            component={(props) => <NavLink {...props} to={address('/')} />}
            aria-label="PainChain: timeline"
          >
            <img src="/favicon.svg" alt="" width={28} height={28} /> <span className="pc-brand">PainChain</span>
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <nav aria-label="Pages" className="pc-nav">
          {PAGES.map(([path, title]) => (
            <NavLink key={path} to={address(path)} end={path === '/'}>
              {title}
            </NavLink>
          ))}
        </nav>
        <div className="pc-tools">
          <TenantSwitch />
          {me.name !== null && (
            <Label variant="outline" className="pc-wide-only" title={visible(`You are ${me.name}, ${me.role}`)}>
              {visible(me.name)}
            </Label>
          )}
          <Button
            variant="plain"
            className="pc-wide-only"
            icon={<KeyboardIcon />}
            aria-label="Keyboard shortcuts"
            title="Keyboard shortcuts (?)"
            onClick={() => setHelpShown(true)}
          />
          <ThemeSwitch />
        </div>
      </MastheadContent>
    </Masthead>
  );

  return (
    <Page
      masthead={masthead}
      skipToContent={<SkipToContent href="#main">Skip to content</SkipToContent>}
      mainContainerId="main"
      isContentFilled
      className="pc-page"
    >
      <OfflineNotice />
      <Suspense fallback={<Loading what="the page" />}>
        <Outlet key={useLocation().pathname} />
      </Suspense>
      {helpShown && <ShortcutHelp onClose={() => setHelpShown(false)} />}
    </Page>
  );
}
