import { createContext, useContext, type ReactNode } from 'react';
import { SignInPage } from '../access/SignInPage';
import { Problem } from '../api/problem';
import type { Me, Right } from '../api/types';
import { Failed, Loading } from '../common/states';
import { useRead } from './queries';

export const ME = '/api/me';

const CallerContext = createContext<Me | undefined>(undefined);

/** Who looks at the page. Where keys are asked for and none was given, there is nothing but the way to sign in. */
export function Caller({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useRead(ME, { refetch: 60_000 });
  if (error instanceof Problem && error.status === 401) return <SignInPage onSignedIn={() => void refetch()} />;
  if (data !== undefined) return <CallerContext.Provider value={data}>{children}</CallerContext.Provider>;
  if (error instanceof Problem && error.status !== 503) {
    return <Failed what="Your access" error={error} retry={() => void refetch()} />;
  }
  return <Loading what="PainChain" />;
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
