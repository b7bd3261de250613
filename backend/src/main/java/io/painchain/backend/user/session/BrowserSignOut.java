package io.painchain.backend.user.session;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.security.RandomToken;
import io.painchain.backend.security.SignedOut;
import io.painchain.backend.user.KnownUsers;
import io.vertx.ext.web.RoutingContext;

/** Signing out removes the session, not only the cookie. */
@Singleton
class BrowserSignOut {

    private final SessionEnds ends;
    private final KnownUsers users;
    private final AuditLog audit;

    BrowserSignOut(SessionEnds ends, KnownUsers users, AuditLog audit) {
        this.ends = ends;
        this.users = users;
        this.audit = audit;
    }

    @Transactional
    void end(@Observes SignedOut browser) {
        var cookie = BrowserCookie.read(browser.context().request());
        if (cookie == null) {
            return;
        }
        BrowserCookie.remove(browser.context());
        ends.ofBrowser(RandomToken.digest(cookie)).ifPresent(ended -> finish(ended, browser.context()));
    }

    private void finish(SessionRepository.Ended ended, RoutingContext context) {
        users.find(ended.userId()).ifPresent(user -> audit.recordAs(user.caller(), "session", ended.id()));
        if (ended.providerEnd() != null) {
            context.response().putHeader("Location", ended.providerEnd());
        }
    }
}
