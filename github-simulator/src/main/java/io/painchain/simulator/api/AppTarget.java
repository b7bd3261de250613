package io.painchain.simulator.api;

import io.painchain.simulator.http.HttpResponse;

/** Something that only an App may ask, by a token that it signed itself. */
record AppTarget(String route, String path, String method, Apps apps, Responder responder) implements Target {

    /** Answers the App. */
    @FunctionalInterface
    interface Responder {

        Answer answer(App app, Inquiry inquiry) throws ApiException;
    }

    TokenGrant identify(Inquiry inquiry) throws ApiException {
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
