import { createContext, useContext, useState, type ReactNode } from 'react';
import { Navigate } from 'react-router';
import { GuestPage } from '../access/GuestPage';
import { LonePage } from '../access/LonePage';
import { takePlace } from '../access/returning';
import { SignInPage } from '../access/SignInPage';
import { Problem } from '../api/problem';
import type { Me, Right } from '../api/types';
import { visible } from '../common/foreign';
import { Failed, Loading } from '../common/states';
import { useRead } from './queries';

export const ME = '/api/me';

const CallerContext = createContext<Me | undefined>(undefined);

/** Who looks at the page. Where one has to sign in and did not, there is nothing but the way to sign in. */
export function Caller({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useRead(ME, { refetch: 60_000 });
  if (error instanceof Problem && error.status === 401) return <SignInPage onSignedIn={() => void refetch()} />;
  if (data !== undefined) return <CallerContext.Provider value={data}>{children}</CallerContext.Provider>;
  if (error instanceof Problem && error.status === 403) return <OtherTenant sentence={error.message} />;
  if (error instanceof Problem && error.status !== 503) {
    return <Failed what="Your access" error={error} retry={() => void refetch()} />;
  }
  return <Loading what="PainChain" />;
}

/** The address names a tenant that is not one's own, perhaps no longer. */
function OtherTenant({ sentence }: { sentence: string }) {
  return (
    <LonePage title="This tenant is not yours">
      <p>{visible(sentence)}</p>
      <p className="pc-above">
        <a href="/">To your own</a>
      </p>
    </LonePage>
  );
}

/** Who signed in and belongs to no tenant sees that, and no page that would be refused. Back from the provider, one goes on. */
export function MembersOnly({ children }: { children: ReactNode }) {
  const me = useCaller();
  const [place] = useState(() => (me.user === null ? undefined : takePlace()));
  if (place !== undefined) return <Navigate to={place} replace />;
  return me.role === 'guest' ? <GuestPage me={me} /> : children;
}

export function useCaller(): Me {
  const me = useContext(CallerContext);
  if (me === undefined) throw new Error('No caller');
  return me;
}

/** What the role may not do is not offered; the backend refuses it all the same. */
export function useMay(right: Right): boolean {
  return useCaller().rights.includes(right);
}

export function May({ right, children }: { right: Right; children: ReactNode }) {
  return useMay(right) ? children : null;
}
