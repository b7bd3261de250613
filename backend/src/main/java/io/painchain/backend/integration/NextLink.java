package io.painchain.backend.integration;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.painchain.model.IntegrationView;

/** {@code Link: <…>; rel="next"}: the same request, from where the page ended. */
final class NextLink {

    private NextLink() {
    }

    static ResponseBuilder<List<IntegrationView>> add(ResponseBuilder<List<IntegrationView>> answer,
            IntegrationReader.Page page, UriInfo uri) {
        return page.hasMore() ? answer.header(HttpHeaders.LINK, to(uri, page.views().get(page.views().size() - 1).id()))
                : answer;
    }

    static String to(UriInfo uri, String cursor) {
        var next = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
        return "<%s?%s>; rel=\"next\"".formatted(next.getRawPath(), next.getRawQuery());
    }
}
