package io.painchain.simulator.kubernetes.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.kubernetes.api.auth.TokenGrant;
import io.painchain.simulator.kubernetes.api.call.ApiException;
import io.painchain.simulator.kubernetes.store.ResourceType;
import io.painchain.simulator.kubernetes.store.ResourceTypes;

/** What a token may do, told to who holds it. */
final class Reviews {

    private static final String ACCESS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final String RULES = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ResourceTypes types;

    Reviews(ResourceTypes types) {
        this.types = types;
    }

    boolean answers(String path) {
        return path.equals(ACCESS) || path.equals(RULES);
    }

    HttpResponse answer(HttpRequest request, TokenGrant grant) throws ApiException {
        if (!request.method().equals("POST")) {
            throw ApiException.of(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
        }
        if (!request.headers().get("Content-Type", "application/json").startsWith("application/json")) {
            throw ApiException.of(415, "UnsupportedMediaType", "the body of the request was in an unknown format");
        }
        ObjectNode review = parse(request.text());
        if (request.path().equals(ACCESS)) {
            access(review, grant);
        } else {
            rules(review, grant);
        }
        return HttpResponse.json(201, review.toString()).with("Content-Type", "application/json");
    }

    private static void access(ObjectNode review, TokenGrant grant) {
        JsonNode asked = review.path("spec").path("resourceAttributes");
        String group = asked.path("group").asText();
        String resource = asked.path("resource").asText() + (group.isEmpty() ? "" : "." + group);
        boolean allowed = grant.may(asked.path("verb").asText(), resource, asked.path("namespace").asText());
        review.putObject("status").put("allowed", allowed);
    }

    private void rules(ObjectNode review, TokenGrant grant) {
        String namespace = review.path("spec").path("namespace").asText();
        ObjectNode status = review.putObject("status");
        ArrayNode rules = status.putArray("resourceRules");
        for (ResourceType type : types.all()) {
            ObjectNode rule = rules.objectNode();
            ArrayNode verbs = rule.putArray("verbs");
            grant.verbs().stream().sorted().filter(verb -> grant.may(verb, type.resource(), namespace)).forEach(verbs::add);
            rule.putArray("apiGroups").add(type.group());
            rule.putArray("resources").add(type.plural());
            if (!verbs.isEmpty()) {
                rules.add(rule);
            }
        }
        status.putArray("nonResourceRules");
        status.put("incomplete", false);
    }

    private static ObjectNode parse(String text) throws ApiException {
        try {
            JsonNode json = JSON.readTree(text);
            if (json instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw ApiException.badRequest("the body is not JSON: " + e.getOriginalMessage());
        }
        throw ApiException.badRequest("the body is no object");
    }
}
