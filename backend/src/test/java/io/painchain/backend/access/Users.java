package io.painchain.backend.access;

import java.util.UUID;

/** People as if they had signed in and accepted an invitation. */
public final class Users {

    private Users() {
    }

    /** @return the user's id */
    public static String member(String tenant, String name, String role) {
        var id = UUID.randomUUID().toString();
        Keys.execute("""
                insert into app_user (tenant_id, id, issuer, subject, name, email, created_at, signed_in_at)
                values ('*', ?::uuid, 'https://elsewhere.example', ?, ?, ?, now(), now())""", id, id, name,
                name + "@example.com");
        join(tenant, id, role);
        return id;
    }

    public static void join(String tenant, String userId, String role) {
        Keys.execute("""
                insert into membership (tenant_id, user_id, role, created_at, created_by)
                values (?, ?::uuid, ?, clock_timestamp(), 'test')""", tenant, userId, role);
        Keys.execute("select pg_notify('app_user', ?)", userId);
    }
}
