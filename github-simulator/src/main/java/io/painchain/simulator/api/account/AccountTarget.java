package io.painchain.simulator.api.account;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.call.Source;
import io.painchain.simulator.api.target.ConditionalAnswers;
import io.painchain.simulator.api.target.Target;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.limit.RateResource;

/** Something that is not of one repository. */
record AccountTarget(String route, String path, boolean free, RateResource resource, Opener opener)
        implements
            Target {

    /** Finds what the asker gets to see. */
    @FunctionalInterface
    interface Opener {

        Source open(Inquiry inquiry, TokenGrant grant) throws ApiException;
    }

    @Override
    public HttpResponse respond(Inquiry inquiry, TokenGrant grant, ConditionalAnswers answers) throws ApiException {
        String method = inquiry.request().method();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw ApiException.notFound();
        }
        return answers.respond(inquiry, grant, opener.open(inquiry, grant));
    }
}
