import { Component, type ReactNode } from 'react';

interface GuardProps {
  children: ReactNode;
  /** What stands there where the content breaks. */
  fallback?: ReactNode;
}

/** Round what others wrote: where it cannot be shown, the rest of the page stays. A new key tries anew. */
export class Guard extends Component<GuardProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      this.props.fallback ?? <span className="pc-quiet">This cannot be shown; it is under JSON as it was sent.</span>
    );
  }
}
