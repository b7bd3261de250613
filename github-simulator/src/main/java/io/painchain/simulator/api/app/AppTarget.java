package io.painchain.simulator.api.app;

import io.painchain.simulator.api.auth.App;
import io.painchain.simulator.api.auth.Apps;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.target.ConditionalAnswers;
import io.painchain.simulator.api.target.Target;
import io.painchain.simulator.http.HttpResponse;

/** Something that only an App may ask, by a token that it signed itself. */
public record AppTarget(String route, String path, String method, Apps apps, Responder responder) implements Target {

    /** Answers the App. */
    @FunctionalInterface
    interface Responder {

        Answer answer(App app, Inquiry inquiry) throws ApiException;
    }

    public TokenGrant identify(Inquiry inquiry) throws ApiException {
        App app = apps.identify(inquiry.request().headers());
        return TokenGrant.fineGrained("app:" + app.id(), app.slug() + "[bot]");
    }

    @Override
    public boolean writes() {
        return !method.equals("GET");
    }

    @Override
    public HttpResponse respond(Inquiry inquiry, TokenGrant grant, ConditionalAnswers answers) throws ApiException {
        return responder.answer(apps.identify(inquiry.request().headers()), inquiry).response();
    }
}
