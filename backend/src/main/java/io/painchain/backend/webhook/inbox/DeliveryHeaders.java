package io.painchain.backend.webhook.inbox;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.painchain.model.connector.Intake.Scheme;
import io.painchain.model.connector.Intake.Verify;

/** Headers as they are kept: without what proves the sender to others. */
final class DeliveryHeaders {

    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization", "cookie");
    private static final int MOST = 100;
    private static final int LONGEST = 2_000;

    private DeliveryHeaders() {
    }

    static String kept(Map<String, String> headers, Verify verify) {
        var kept = new TreeMap<String, String>();
        headers.entrySet().stream().filter(header -> !isSecret(header.getKey(), verify)).limit(MOST)
                .forEach(header -> kept.put(header.getKey(), shortened(header.getValue())));
        try {
            return JSON.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as JSON", e);
        }
    }

    private static boolean isSecret(String name, Verify verify) {
        return CREDENTIALS.contains(name) || verify.scheme() != Scheme.hmac && verify.header() != null
                && verify.header().toLowerCase(Locale.ROOT).equals(name);
    }

    private static String shortened(String value) {
        var clean = value.replace("\0", "");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
