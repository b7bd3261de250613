package io.painchain.backend.paging;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** {@code Link: <…>; rel="next"}: the same request, from where the page ended. */
public final class NextLink {

    private NextLink() {
    }

    public static <T> RestResponse<List<T>> answer(Page<T> page, UriInfo uri) {
        var answer = ResponseBuilder.ok(page.items());
        page.next().ifPresent(cursor -> answer.header(HttpHeaders.LINK, to(uri, cursor)));
        return answer.build();
    }

    private static String to(UriInfo uri, String cursor) {
        var next = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).replaceQueryParam("offset").build();
        return "<%s?%s>; rel=\"next\"".formatted(next.getRawPath(), next.getRawQuery());
    }
}
