package io.painchain.simulator.kubernetes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.time.SettableClock;

class StoreTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Store store = new Store(clock::instant, 1);
    private final Ref ref = new Ref(store.types().kind("Deployment"), "prod", "api");

    @Test
    void whatChangesNothingIsNotWritten() throws JsonProcessingException {
        // Given
        ObjectNode first = put("{'spec':{'replicas':1}}", Writer.update("kubectl"));
        // When
        ObjectNode again = put("{'spec':{'replicas':1}}", Writer.update("other"));
        // Then
        assertThat(again).isSameAs(first);
    }

    @Test
    void theGenerationCountsChangesOfTheSpecAndOfADeploymentsAnnotations() throws JsonProcessingException {
        put("{'spec':{'replicas':1}}", Writer.update("kubectl"));
        assertThat(generation("{'spec':{'replicas':2}}", Writer.update("kubectl"))).isEqualTo(2);
        assertThat(generation("{'metadata':{'annotations':{'a':'b'}},'spec':{'replicas':2}}", Writer.update("kubectl")))
                .isEqualTo(3);
        assertThat(generation("{'metadata':{'annotations':{'a':'c'}},'spec':{'replicas':2},'status':{'replicas':2}}",
                Writer.controllerStatus())).isEqualTo(3);
    }

    @Test
    void whoChangesAFieldOwnsIt() throws JsonProcessingException {
        // Given
        put("{'spec':{'replicas':1,'paused':true}}", Writer.update("kubectl"));
        clock.tick(Duration.ofMinutes(1));
        // When
        ObjectNode after = put("{'spec':{'replicas':2,'paused':true}}", Writer.scale("hpa"));
        // Then
        assertThat(fields(after)).isEqualTo(JSON.readTree("""
                [{"manager":"kubectl","operation":"Update","apiVersion":"apps/v1","time":"2026-11-20T12:00:00Z",
                  "fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:paused":{}}}},
                 {"manager":"hpa","operation":"Update","apiVersion":"apps/v1","time":"2026-11-20T12:01:00Z",
                  "fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:replicas":{}}},"subresource":"scale"}]"""));
    }

    @Test
    void whoOnlyRemovesAFieldLeavesTheTime() throws JsonProcessingException {
        // Given
        put("{'data':{'a':'1','b':'2'}}", Writer.update("kubectl"));
        clock.tick(Duration.ofMinutes(1));
        // When
        ObjectNode after = put("{'data':{'a':'1'}}", Writer.update("kubectl"));
        // Then
        assertThat(fields(after).at("/0/time").asText()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(fields(after).at("/0/fieldsV1/f:data").toString()).isEqualTo("{\".\":{},\"f:a\":{}}");
    }

    @Test
    void aRecreatedObjectIsAnother() throws JsonProcessingException {
        // Given
        String first = put("{'spec':{}}", Writer.update("kubectl")).at("/metadata/uid").asText();
        // When
        store.delete(ref);
        String second = put("{'spec':{}}", Writer.update("kubectl")).at("/metadata/uid").asText();
        // Then
        assertThat(second).isNotEqualTo(first);
    }

    private long generation(String json, Writer by) throws JsonProcessingException {
        return put(json, by).at("/metadata/generation").asLong();
    }

    private ObjectNode put(String json, Writer by) throws JsonProcessingException {
        return store.put(ref, (ObjectNode) JSON.readTree(json.replace('\'', '"')), by);
    }

    private static JsonNode fields(ObjectNode object) {
        return object.at("/metadata/managedFields");
    }
}
