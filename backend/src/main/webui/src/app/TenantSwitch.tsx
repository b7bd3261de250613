import { FormSelect, FormSelectOption, Label } from '@patternfly/react-core';
import { useCaller } from './Caller';
import { useClient } from './Session';

/** The tenant whose data is shown; who belongs to several chooses. */
export function TenantSwitch() {
  const me = useCaller();
  const { tenant } = useClient();
  const tenants = me.user?.tenants ?? [];
  if (tenants.length > 1) {
    return (
      <FormSelect
        aria-label="Tenant"
        className="pc-tenant"
        value={me.tenantId ?? ''}
        // Another tenant is another page: nothing of the one before stays in it.
        onChange={(_, chosen) => window.location.assign(chosen === '' ? '/' : `/?tenant=${encodeURIComponent(chosen)}`)}
      >
        {tenants.map((one) => (
          <FormSelectOption key={one.tenantId ?? ''} value={one.tenantId ?? ''} label={one.tenantId ?? 'self-hosted'} />
        ))}
      </FormSelect>
    );
  }
  const shown = tenant ?? me.tenantId;
  return shown === null ? null : (
    <Label color="purple" title="The tenant whose data is shown">
      {shown}
    </Label>
  );
}
