package io.painchain.backend.connect.team;

import java.util.Map;

import jakarta.validation.constraints.Size;

import io.painchain.backend.connect.ConnectRequest;
import io.painchain.model.validation.CleanText;

/** As {@link ConnectRequest}, whose type the path names. */
public record TeamConnectRequest(@Size(max = 50) @CleanText String way, @Size(max = 100) @CleanText String name,
        @Size(max = 20) Map<String, Object> inputs) {

    ConnectRequest of(String type) {
        return new ConnectRequest(type, way, name, inputs);
    }
}
