package io.painchain.backend.event.store;

import java.io.IOException;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;

/**
 * An event's {@code data}: JSON that was validated when it was stored is written as it is, and read only by who looks into it.
 */
final class StoredData extends AbstractMap<String, Object> implements JsonSerializable {

    private final String json;
    private Map<String, Object> values;

    private StoredData(String json) {
        this.json = json;
    }

    static Map<String, Object> of(String json) {
        return json == null ? null : new StoredData(json);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        if (values == null) {
            values = EventData.read(json);
        }
        return values.entrySet();
    }

    @Override
    public Object get(Object key) {
        entrySet();
        return values.get(key);
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeRawValue(json);
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(generator, provider);
    }
}
