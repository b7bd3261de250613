import { Link } from 'react-router';
import { Nothing } from '../common/states';
import { useAddress } from './Session';

export function UnknownPage() {
  const address = useAddress();
  return (
    <Nothing title="There is no such page" actions={<Link to={address('/')}>To the timeline</Link>}>
      The address may be mistyped or of an older version.
    </Nothing>
  );
}
