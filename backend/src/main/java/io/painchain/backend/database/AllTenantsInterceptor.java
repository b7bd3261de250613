package io.painchain.backend.database;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Before the one of {@code @Transactional}: within a transaction the scope stays. */
@AllTenants
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class AllTenantsInterceptor {

    private final DatabaseScope scope;

    AllTenantsInterceptor(DatabaseScope scope) {
        this.scope = scope;
    }

    @AroundInvoke
    Object enter(InvocationContext invocation) throws Exception {
        var before = scope.enter(VisibleRows.ALL);
        try {
            return invocation.proceed();
        } finally {
            scope.leave(before);
        }
    }
}
