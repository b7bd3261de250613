package io.painchain.backend.user.session;

import java.time.Clock;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.id.Ids;
import io.painchain.backend.security.RandomToken;
import io.vertx.ext.web.RoutingContext;

/** Signs a browser in: a new row and a new cookie, whatever the browser had before. */
@Singleton
public class SessionStart {

    private final SessionRepository repository;
    private final SessionEnds ends;
    private final SessionLimits limits;
    private final Ids ids;
    private final Clock clock;

    SessionStart(SessionRepository repository, SessionEnds ends, SessionLimits limits, Ids ids, Clock clock) {
        this.repository = repository;
        this.ends = ends;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public void of(NewSession session, RoutingContext context) {
        var before = BrowserCookie.read(context.request());
        if (before != null) {
            ends.ofBrowser(RandomToken.digest(before));
        }
        var cookie = RandomToken.generate();
        var now = clock.instant();
        repository.add(ids.next(), RandomToken.digest(cookie), session, now, now.plus(limits.longest()));
        BrowserCookie.set(cookie, limits.longest(), context);
    }
}
